namespace Pulumi;

/// <summary>Says which class an object becomes when its discriminator has a value.</summary>
/// <param name="tag">The value.</param>
/// <param name="type">The class.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class DiscriminatedUnionCaseAttribute(string tag, Type type) : Attribute
{
    /// <summary>The value of the discriminator.</summary>
    public string Tag { get; } = tag;

    /// <summary>The class.</summary>
    public Type Type { get; } = type;
}
