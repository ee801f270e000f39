using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Looks into outputs of lists and of unions.</summary>
public static class OutputExtensions
{
    /// <summary>The first element. An empty list fails the deployment.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The list.</param>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.GetAt(0);

    /// <summary>The element at a position. A position outside of the list fails the deployment.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The list.</param>
    /// <param name="index">The position, from 0.</param>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index) =>
        Output.Tuple(array, index.ToOutput()).Apply(both => both.Item1[both.Item2]);

    /// <summary>The number of elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The list.</param>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(items => items.Length);

    /// <summary>The value as the first type. A value of the other type fails the deployment.</summary>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    /// <param name="output">The union.</param>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT0);

    /// <summary>The value as the second type. A value of the other type fails the deployment.</summary>
    /// <inheritdoc cref="AsT0{T0, T1}(Output{Union{T0, T1}})"/>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT1);

    /// <summary>Whether the value is of the first type.</summary>
    /// <inheritdoc cref="AsT0{T0, T1}(Output{Union{T0, T1}})"/>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT0);

    /// <summary>Whether the value is of the second type.</summary>
    /// <inheritdoc cref="AsT0{T0, T1}(Output{Union{T0, T1}})"/>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT1);

    /// <summary>The value, whichever type it has.</summary>
    /// <inheritdoc cref="AsT0{T0, T1}(Output{Union{T0, T1}})"/>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.Value);
}
