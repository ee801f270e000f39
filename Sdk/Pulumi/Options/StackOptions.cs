namespace Pulumi;

/// <summary>What can be said about the stack itself.</summary>
public class StackOptions
{
    /// <summary>No options.</summary>
    public StackOptions() { }

    /// <summary>Functions that may change properties and options of every resource of the stack. Default: none.</summary>
    public List<ResourceTransformation> ResourceTransformations { get; set; } = [];

    /// <inheritdoc cref="ResourceOptions.ResourceTransforms"/>
    public List<ResourceTransform> ResourceTransforms { get; set; } = [];
}
