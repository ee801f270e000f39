namespace Pulumi;

/// <summary>Says which property a constructor parameter takes when their names differ.</summary>
/// <param name="name">The engine's name of the property.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>The engine's name of the property.</summary>
    public string Name { get; } = name;
}
