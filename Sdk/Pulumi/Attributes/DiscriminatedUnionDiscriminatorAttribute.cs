namespace Pulumi;

/// <summary>Says which property of an object tells which case of a union, declared as an interface, it is.</summary>
/// <param name="propertyName">The engine's name of the property.</param>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class DiscriminatedUnionDiscriminatorAttribute(string propertyName) : Attribute
{
    /// <summary>The engine's name of the property.</summary>
    public string PropertyName { get; } = propertyName;
}
