using System.Collections.Immutable;
using Pulumi;

namespace Conformance.Tests.Programs;

internal static class ValueShapes
{
    public static Task<int> RunAsync() => Deployment.RunAsync(Define);

    private static Dictionary<string, object?> Define()
    {
        new TypedThing(
            "scalars",
            new()
            {
                Text = "t",
                EmptyText = "",
                Integer = 42,
                Negative = -7,
                Big = int.MaxValue,
                Fraction = 0.25,
                Yes = true,
                No = false,
            }
        );
        new TypedThing(
            "lists",
            new()
            {
                List = { "a", "b" },
                EmptyList = ImmutableArray<string>.Empty,
                NestedLists = { ImmutableArray.Create("a"), ImmutableArray<string>.Empty, ImmutableArray.Create("b", "c") },
                Numbers = { 1, 2.5 },
            }
        );
        var map = new InputMap<string>
        {
            ["a"] = "1",
            ["B"] = "2",
            ["with space"] = "3",
            ["dotted.key"] = "4",
        };
        new TypedThing("maps", new() { Map = map, EmptyMap = ImmutableDictionary<string, string>.Empty });
        new TypedThing("objects", new() { Object = Deep() });
        new TypedThing(
            "nulls",
            new()
            {
                Text = "t",
                Object = new TypedThing.Nested { Number = 1 },
            }
        );
        new TypedThing(
            "outputs",
            new()
            {
                Text = Output.Create("t"),
                List = Output.Create(ImmutableArray.Create("a", "b")),
                Mixed = { "a", Output.Create("b") },
                Map = Output.Create(new Dictionary<string, string> { ["a"] = "1" }),
                MixedMap = { ["a"] = "1", ["b"] = Output.Create("2") },
                Object = new TypedThing.Nested { Text = Output.Create("t"), Number = Output.Create(1.0) },
            }
        );
        Thing.Of("unicode", ("text", "grüße – 漢字 🎉\n\ttab \"quoted\" \\ back"));
        Thing.Of("nothing");
        return new()
        {
            ["computed"] = Thing.Of("reader", ("text", "t")).Computed,
            ["nothing"] = null,
            ["list"] = new object?[] { "a", 1, true, null },
            ["object"] = Map("a", Map("b", Map("c", 1))),
        };
    }

    private static TypedThing.Nested Deep() =>
        new()
        {
            Text = "t",
            Number = 1,
            List = { "x" },
            Object = new TypedThing.Deeper { Flag = true, List = { new TypedThing.Nested { Text = "deep" } } },
        };

    private static Dictionary<string, object?> Map(string key, object? value) => new() { [key] = value };
}
