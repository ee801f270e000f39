namespace Pulumi;

/// <summary>A value for a resource: one that is there, or an <see cref="Output{T}"/> of another resource. Both convert to it by themselves.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly T _value;
    private readonly Output<T>? _output;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        _value = default!;
    }

    /// <summary>A value that is there.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>A value that another resource will give.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The input as an output.</summary>
    /// <param name="input">The input.</param>
    public static implicit operator Output<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.AsOutput();
    }

    IOutput IInput.ToOutput() => AsOutput();

    object? IInput.Content => RawContent;

    internal virtual Output<T> AsOutput() => _output ?? Output.Create(_value);

    private protected virtual object? RawContent => (object?)_output ?? _value;
}
