using Engine.Model;
using Engine.Values;
using Review.Model;

namespace Infra.Tests.Stacks;

/// <summary>
/// Stands in for what AWS would make up: an output of a resource is written as <c>&lt;resource.output&gt;</c>. So a plan shows which output
/// goes where, also inside container definitions and policies, and tests can follow it.
/// </summary>
internal static class AssumedOutputs
{
    /// <summary>What to assume; nothing leaves it unknown.</summary>
    public static PropertyValue? Of(ResourceState state, string output) =>
        StandIns.Of(state, output, (from, name) => Reference(from.Name, name));

    /// <summary>How an output is written.</summary>
    public static string Reference(string resource, string output) => $"<{resource}.{output}>";
}
