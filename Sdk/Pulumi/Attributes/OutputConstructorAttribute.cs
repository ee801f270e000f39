namespace Pulumi;

/// <summary>Marks the constructor that makes an <see cref="OutputTypeAttribute">output type</see>; a parameter takes the property of its name.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
