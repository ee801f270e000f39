namespace Pulumi;

/// <summary>Adds values of either type to a list of unions.</summary>
public static class InputListExtensions
{
    /// <summary>Adds a value of the first type at the end.</summary>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">The value.</param>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T0> value)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add((Input<Union<T0, T1>>)value.Apply(Union<T0, T1>.FromT0));
    }

    /// <summary>Adds a value of the second type at the end.</summary>
    /// <inheritdoc cref="Add{T0, T1}(InputList{Union{T0, T1}}, Input{T0})"/>
    public static void Add<T0, T1>(this InputList<Union<T0, T1>> list, Input<T1> value)
    {
        ArgumentNullException.ThrowIfNull(list);
        list.Add((Input<Union<T0, T1>>)value.Apply(Union<T0, T1>.FromT1));
    }
}
