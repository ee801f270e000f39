namespace Pulumi;

/// <summary>Marks a class or struct that an output may hold. It is made with the constructor marked with <see cref="OutputConstructorAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
