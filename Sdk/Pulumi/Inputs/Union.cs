using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A <see cref="Union{T0, T1}"/> of any types.</summary>
internal interface IUnion
{
    object Value { get; }
}

/// <summary>A value of one of two types.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _value0;
    private readonly T1 _value1;

    private Union(T0 value0, T1 value1, bool isT1) => (_value0, _value1, IsT1) = (value0, value1, isT1);

    /// <summary>Whether it holds a value of the first type.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether it holds a value of the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value of the first type.</summary>
    /// <exception cref="InvalidOperationException">It holds one of the second.</exception>
    public T0 AsT0 => IsT0 ? _value0 : throw Wrong<T0>();

    /// <summary>The value of the second type.</summary>
    /// <exception cref="InvalidOperationException">It holds one of the first.</exception>
    public T1 AsT1 => IsT1 ? _value1 : throw Wrong<T1>();

    /// <summary>The value.</summary>
    public object Value => IsT1 ? _value1! : _value0!;

    /// <summary>A union of a value of the first type.</summary>
    /// <param name="input">The value.</param>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, isT1: false);

    /// <summary>A union of a value of the second type.</summary>
    /// <param name="input">The value.</param>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, isT1: true);

    /// <inheritdoc cref="FromT0(T0)"/>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <inheritdoc cref="FromT1(T1)"/>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    /// <summary>Does something with the value.</summary>
    /// <param name="f0">What to do with one of the first type.</param>
    /// <param name="f1">What to do with one of the second type.</param>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        ArgumentNullException.ThrowIfNull(f0);
        ArgumentNullException.ThrowIfNull(f1);
        if (IsT1)
            f1(_value1);
        else
            f0(_value0);
    }

    /// <summary>Makes something of the value.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="f0">What to make of one of the first type.</param>
    /// <param name="f1">What to make of one of the second type.</param>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1)
    {
        ArgumentNullException.ThrowIfNull(f0);
        ArgumentNullException.ThrowIfNull(f1);
        return IsT1 ? f1(_value1) : f0(_value0);
    }

    /// <summary>The union with both types mapped.</summary>
    /// <typeparam name="TResult0">The new first type.</typeparam>
    /// <typeparam name="TResult1">The new second type.</typeparam>
    /// <param name="mapFunc0">What becomes of a value of the first type.</param>
    /// <param name="mapFunc1">What becomes of a value of the second type.</param>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1) =>
        Match(
            value => Union<TResult0, TResult1>.FromT0(mapFunc0(value)),
            value => Union<TResult0, TResult1>.FromT1(mapFunc1(value))
        );

    /// <summary>The union with its first type mapped.</summary>
    /// <typeparam name="TResult">The new first type.</typeparam>
    /// <param name="mapFunc">What becomes of a value of the first type.</param>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) => Bimap(mapFunc, value => value);

    /// <summary>The union with its second type mapped.</summary>
    /// <typeparam name="TResult">The new second type.</typeparam>
    /// <param name="mapFunc">What becomes of a value of the second type.</param>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) => Bimap(value => value, mapFunc);

    /// <summary>Takes the value if it is of the first type.</summary>
    /// <param name="value">The value, or the default.</param>
    /// <param name="remainder">The value if it is of the second type, or the default.</param>
    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        (value, remainder) = (_value0, _value1);
        return IsT0;
    }

    /// <summary>Takes the value if it is of the second type.</summary>
    /// <param name="value">The value, or the default.</param>
    /// <param name="remainder">The value if it is of the first type, or the default.</param>
    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        (value, remainder) = (_value1, _value0);
        return IsT1;
    }

    /// <inheritdoc/>
    public bool Equals(Union<T0, T1> other) => IsT1 == other.IsT1 && Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsT1, Value);

    /// <summary>The text of the value.</summary>
    public override string ToString() => Value?.ToString() ?? "";

    /// <summary>Whether both hold equal values of the same type.</summary>
    /// <param name="left">One union.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Whether they differ in type or value.</summary>
    /// <inheritdoc cref="op_Equality(Union{T0, T1}, Union{T0, T1})"/>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    private static InvalidOperationException Wrong<T>() => new($"The union does not hold a {typeof(T).Name} but the other type.");
}
