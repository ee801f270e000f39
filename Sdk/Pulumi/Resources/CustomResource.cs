namespace Pulumi;

/// <summary>A resource that a provider makes, changes and deletes.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers it.</summary>
    /// <param name="type">Type token, for example <c>aws:ec2/vpc:Vpc</c>.</param>
    /// <param name="name">Name, unique among the resources of its type and parents in the stack.</param>
    /// <param name="args">Its properties. Default: none.</param>
    /// <param name="options">Its options. Default: none.</param>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, registerPackageRequest: null) { }

    /// <inheritdoc cref="CustomResource(string, string, ResourceArgs?, CustomResourceOptions?)"/>
    /// <param name="registerPackageRequest">A package with parameters. Default: none; using one needs the official SDK.</param>
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new(), package: registerPackageRequest) { }

    private protected CustomResource(string urn, Output<string> id)
        : base(urn) => Id = id;

    /// <summary>The provider's id of it; not known before it is made.</summary>
    [Output(WireNames.Id)]
    public Output<string> Id { get; private protected set; } = null!;
}
