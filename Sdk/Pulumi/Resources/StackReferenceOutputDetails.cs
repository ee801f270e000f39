namespace Pulumi;

/// <summary>One output of another stack; at most one of the two values is set.</summary>
public sealed class StackReferenceOutputDetails
{
    /// <summary>An output the stack does not have.</summary>
    public StackReferenceOutputDetails() { }

    /// <summary>The value, if it is not secret.</summary>
    public object? Value { get; set; }

    /// <summary>The value, if it is secret; in plain.</summary>
    public object? SecretValue { get; set; }
}
