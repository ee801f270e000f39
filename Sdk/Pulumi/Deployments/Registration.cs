namespace Pulumi;

/// <summary>A resource that is to be registered, as its constructor left it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Outputs">Where the answer goes.</param>
/// <param name="IsCustom">Whether a provider manages it.</param>
/// <param name="IsRemote">Whether a package makes the resources in it.</param>
/// <param name="Args">Its properties.</param>
/// <param name="Options">Its options; nobody else has them.</param>
/// <param name="Package">A package with parameters, which this SDK refuses.</param>
internal sealed record Registration(
    Resource Resource,
    ResourceOutputs Outputs,
    bool IsCustom,
    bool IsRemote,
    ResourceArgs Args,
    ResourceOptions Options,
    RegisterPackageRequest? Package
)
{
    public string Type => Resource.GetResourceType();

    public string Name => Resource.GetResourceName();
}
