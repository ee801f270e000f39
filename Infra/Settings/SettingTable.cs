using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Infra.Settings;

/// <summary>
/// Reads and changes tables: properties of type <see cref="ImmutableSortedDictionary{TKey, TValue}"/> whose keys are texts and whose values
/// are records of settings, for example one for each service. Which keys there are, the defaults say.
/// </summary>
internal static class SettingTable
{
    /// <summary>Whether properties of a type are tables.</summary>
    public static bool Is(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(ImmutableSortedDictionary<,>)
        && type.GetGenericArguments() is [var key, { IsClass: true } value]
        && key == typeof(string)
        && value != typeof(string);

    /// <summary>Whether a value is a table.</summary>
    public static bool Is([NotNullWhen(true)] object? value) => value is not null && Is(value.GetType());

    /// <summary>The keys, in their order.</summary>
    public static IEnumerable<string> Keys(object table) => ((IDictionary)table).Keys.Cast<string>();

    /// <summary>The record under a key that the table has.</summary>
    public static object Entry(object table, string key) => ((IDictionary)table)[key]!;

    /// <summary>The table with another record under a key.</summary>
    public static object With(object table, string key, object entry) =>
        table.GetType().GetMethod(nameof(ImmutableSortedDictionary<,>.SetItem))!.Invoke(table, [key, entry])!;
}
