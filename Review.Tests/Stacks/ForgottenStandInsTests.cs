using System.Text.Json.Nodes;
using Engine.Documents;
using Engine.Values;
using Review.Model;

namespace Review.Tests.Stacks;

/// <summary>
/// A plan made on stand-ins, once they are forgotten, is the plan that is made without them: only what is made of an output and not changed by it, such as a
/// name that waits for its resource, is known in the one and unknown in the other.
/// </summary>
public sealed class ForgottenStandInsTests
{
    private static System.Collections.Immutable.ImmutableArray<string> Stacks() => RealStacks.Names;

    [TestCaseSource(nameof(Stacks))]
    public async Task Nothing_else_is_known_of_it(string stack)
    {
        var without = await RealStacks.PreviewedAsync(stack);
        var forgotten = StandIns.Forget(await RealStacks.ReviewedAsync(stack));
        var differences = new List<string>();
        Compare(Document(without), Document(forgotten), "", differences);
        Assert.That(differences, Is.Empty);
    }

    private static JsonNode Document(Engine.Planning.Plan plan) =>
        JsonNode.Parse(PreviewDocument.Text(plan with { Duration = TimeSpan.Zero }, new() { Now = DateTimeOffset.UnixEpoch }))!;

    private static void Compare(JsonNode? expected, JsonNode? actual, string path, List<string> differences)
    {
        switch (expected, actual)
        {
            case (JsonValue value, _) when value.ToString() == Signatures.Unknown:
                break;
            case (JsonObject left, JsonObject right):
                foreach (var key in left.Select(member => member.Key).Union(right.Select(member => member.Key)))
                    Compare(left[key], right[key], $"{path}.{key}", differences);
                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                for (var index = 0; index < left.Count; index++)
                    Compare(left[index], right[index], $"{path}[{index}]", differences);
                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                    differences.Add($"{path}: {expected} and {actual}");
                break;
        }
    }
}
