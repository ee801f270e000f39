namespace Pulumi;

/// <summary>Says which resource a class stands for, so that a reference to one that arrives from the engine becomes an object of the class.</summary>
/// <param name="type">Type token, for example <c>aws:ec2/vpc:Vpc</c>.</param>
/// <param name="version">Version of the package. Default: any.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>Type token.</summary>
    public string Type { get; } = type;

    /// <summary>Version of the package; none means any.</summary>
    public string? Version { get; } = version;
}
