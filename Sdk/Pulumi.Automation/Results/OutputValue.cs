namespace Pulumi.Automation;

/// <summary>An output of a stack, in the clear.</summary>
public sealed class OutputValue
{
    internal OutputValue(object value, bool isSecret) => (Value, IsSecret) = (value, isSecret);

    /// <summary>
    /// A text, a <see cref="long"/>, a <see cref="double"/>, a <see cref="bool"/>, an array or a dictionary of such. To be kept to oneself when
    /// it is secret.
    /// </summary>
    public object Value { get; }

    /// <summary>Whether the program calls it secret.</summary>
    public bool IsSecret { get; }
}
