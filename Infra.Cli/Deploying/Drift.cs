using System.Collections.Immutable;
using Engine.Model;
using Infra.Cli.Output;
using Pulumi.Automation;
using Pulumi.Automation.Events;

namespace Infra.Cli.Deploying;

/// <summary>One resource that is not in AWS what the state says it is.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="IsGone">Whether AWS has it no more.</param>
/// <param name="Paths">Which of its properties are others.</param>
internal sealed record Drift(string Urn, bool IsGone, ImmutableArray<string> Paths)
{
    /// <summary>What an event tells of it. Default: nothing.</summary>
    public static Drift? Of(EngineEvent next)
    {
        if (
            next.ResourceOutputsEvent is not { Metadata: var found }
            || Urns.IsProviderType(found.Type)
            || found.Type == Urns.StackType
        )
            return null;
        return found.Op switch
        {
            OperationType.Delete => new(found.Urn, true, []),
            OperationType.Update => new(
                found.Urn,
                false,
                [.. (found.DetailedDiff?.Keys ?? found.Diffs ?? Enumerable.Empty<string>()).Order(StringComparer.Ordinal)]
            ),
            _ => null,
        };
    }

    /// <summary>A line.</summary>
    public Line Text() =>
        IsGone
            ? new Line().Add("- ", Style.Danger).Add(Names.Of(Urn)).Add("  deleted in AWS", Style.Danger)
            : new Line().Add("~ ", Style.Change).Add(Names.Of(Urn)).Add($"  {string.Join(", ", Paths)}", Style.Faint);
}
