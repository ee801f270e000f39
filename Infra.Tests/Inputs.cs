using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests;

/// <summary>Reads the inputs of what components registered.</summary>
internal static class Inputs
{
    /// <summary>The <c>Name</c> tag of a resource.</summary>
    public static string NameTag(this MockResourceArgs resource) => resource.Tag("Name");

    /// <summary>A tag of a resource.</summary>
    public static string Tag(this MockResourceArgs resource, string key) => (string)Map(resource.Inputs["tags"])[key];

    /// <summary>An input that is a list of texts.</summary>
    public static string[] Texts(this MockResourceArgs resource, string input) =>
        [.. ((ImmutableArray<object>)resource.Inputs[input]).Cast<string>()];

    /// <summary>An input that is a list of maps, each written as <c>key=value</c> pairs in order of the keys.</summary>
    public static string[] Maps(this MockResourceArgs resource, string input) =>
        [.. ((ImmutableArray<object>)resource.Inputs[input]).Select(Pairs)];

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
