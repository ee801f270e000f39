namespace Pulumi;

/// <summary>Marks a property of a resource as one the engine answers, or a property of a stack as one of its outputs.</summary>
/// <param name="name">The engine's name of it. Default: the name of the property.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The engine's name of it; none means the name of the property.</summary>
    public string? Name { get; } = name;
}
