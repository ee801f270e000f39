using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Review.Model;

/// <summary>Small stacks that mean nothing: reviews run over one first, so that their code is compiled when the real one is there.</summary>
internal static class MadeUpStack
{
    /// <summary>The name of every resource.</summary>
    public const string Name = "c";

    /// <summary>A stack with one resource of each type, all with the same inputs.</summary>
    /// <param name="types">Type tokens, each once.</param>
    /// <param name="config">Its configuration. Default: none.</param>
    /// <param name="inputs">What each of them is given.</param>
    public static StackModel Of(
        IEnumerable<string> types,
        ImmutableSortedDictionary<string, string>? config,
        params ReadOnlySpan<(string Key, PropertyValue Value)> inputs
    )
    {
        var given = ImmutableSortedDictionary.CreateBuilder<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var (key, value) in inputs)
            given.Add(key, value);
        var all = new ObjectValue(given.ToImmutable());
        return StackModel.Of(
            new Plan
            {
                Project = "a",
                Stack = "b",
                Config = config ?? ImmutableSortedDictionary<string, string>.Empty,
                Steps = [.. types.Select(type => Step(type, all))],
            }
        );
    }

    /// <summary>A value that refers to another resource of it.</summary>
    public static StringValue Link(string type, string output = "id") => new(new Reference(type, Name, output).ToString());

    private static PlanStep Step(string type, ObjectValue inputs)
    {
        var urn = Urns.Create("b", "a", null, type, Name);
        return new()
        {
            Op = StepOp.Create,
            Urn = urn,
            New = new()
            {
                Urn = urn,
                Type = type,
                Custom = true,
                Id = Link(type).Value,
                Inputs = inputs,
            },
        };
    }
}
