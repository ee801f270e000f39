using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.Observability;

/// <summary>Reads inputs that components registered.</summary>
internal static class Inputs
{
    /// <summary>The dimensions of an alarm in the order of their keys.</summary>
    public static string Dimensions(MockResourceArgs alarm) => Pairs(alarm.Inputs.GetValueOrDefault("dimensions"));

    /// <summary>A map as <c>key=value</c> pairs in the order of the keys.</summary>
    public static string Pairs(object? map) =>
        map is ImmutableDictionary<string, object> pairs
            ? string.Join(' ', pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))
            : "";

    /// <summary>A map.</summary>
    public static ImmutableDictionary<string, object> Map(object? map) => (ImmutableDictionary<string, object>)map!;

    /// <summary>A list of maps.</summary>
    public static ImmutableDictionary<string, object>[] Maps(object? list) => [.. ((ImmutableArray<object>)list!).Select(Map)];
}
