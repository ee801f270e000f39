namespace Pulumi;

/// <summary>A value for a resource that may have either of two types; values and outputs of both convert to it by themselves.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    /// <summary>The default value of a union: that of the first type.</summary>
    public InputUnion()
        : base(default(Union<T0, T1>)) { }

    private InputUnion(Union<T0, T1> value)
        : base(value) { }

    private InputUnion(Output<Union<T0, T1>> output)
        : base(output) { }

    /// <summary>A value of the first type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(T0 value) => new(Union<T0, T1>.FromT0(value));

    /// <summary>A value of the second type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(T1 value) => new(Union<T0, T1>.FromT1(value));

    /// <summary>A value of either type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);

    /// <inheritdoc cref="op_Implicit(T0)"/>
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <inheritdoc cref="op_Implicit(T1)"/>
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));

    /// <inheritdoc cref="op_Implicit(Union{T0, T1})"/>
    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);

    /// <inheritdoc cref="op_Implicit(T0)"/>
    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(value.Apply(Union<T0, T1>.FromT0));

    /// <inheritdoc cref="op_Implicit(T1)"/>
    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(value.Apply(Union<T0, T1>.FromT1));
}
