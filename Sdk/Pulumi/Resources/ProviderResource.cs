namespace Pulumi;

/// <summary>A provider with settings of its own, for the resources that name it.</summary>
public class ProviderResource : CustomResource
{
    private string? _reference;

    /// <summary>Registers it.</summary>
    /// <param name="package">The package it provides for, for example <c>aws</c>.</param>
    /// <param name="name">Name, unique among the providers of the package in the stack.</param>
    /// <param name="args">Its settings.</param>
    /// <param name="options">Its options. Default: none.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, registerPackageRequest: null) { }

    /// <inheritdoc cref="ProviderResource(string, string, ResourceArgs, CustomResourceOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters. Default: none; using one needs the official SDK.</param>
    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest) => Package = package;

    internal string Package { get; }

    /// <summary>How the engine is told of it: <c>urn::id</c>, with the mark of the unknown for an id that is not known.</summary>
    internal async ValueTask<string> ReferenceAsync()
    {
        if (_reference is not null)
            return _reference;
        var urn = await Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var id = await Id.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        return _reference = $"{urn}::{(string.IsNullOrEmpty(id) ? WireNames.Unknown : id)}";
    }
}
