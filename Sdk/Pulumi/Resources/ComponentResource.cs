using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource made of other resources, which name it as their parent.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers it.</summary>
    /// <param name="type">Type token, for example <c>idp:network:IdpNetwork</c>.</param>
    /// <param name="name">Name, unique among the resources of its type and parents in the stack.</param>
    /// <param name="options">Its options. Default: none.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options) { }

    /// <inheritdoc cref="ComponentResource(string, string, ComponentResourceOptions?)"/>
    /// <param name="args">Its properties. Default: none.</param>
    /// <param name="remote">Whether a package makes the resources in it. Default: no, the program does.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options = null,
        bool remote = false
    )
        : this(type, name, args, options, remote, registerPackageRequest: null) { }

    /// <inheritdoc cref="ComponentResource(string, string, ResourceArgs?, ComponentResourceOptions?, bool)"/>
    /// <param name="registerPackageRequest">A package with parameters. Default: none; using one needs the official SDK.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new(), remote, registerPackageRequest) { }

    /// <summary>Says that all resources in it are made. To be called at the end of the constructor of the derived class.</summary>
    protected void RegisterOutputs() => RegisterOutputs(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Says that all resources in it are made, and what its outputs are.</summary>
    /// <param name="outputs">The outputs by name; each may be plain, an input or an output.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object?})"/>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        RegisterOutputs(Output.Create(outputs));
    }

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object?})"/>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Required.RegisterOutputs(this, outputs);
    }
}
