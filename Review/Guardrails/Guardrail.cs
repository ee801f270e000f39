using System.Collections.Immutable;
using Review.Model;

namespace Review.Guardrails;

/// <summary>One rule over the resources of a stack.</summary>
/// <param name="Id">
/// The id of the AWS Security Hub control where there is one (<c>RDS.3</c>); else an own one, the service's name and a word (<c>ecs-stop-timeout</c>).
/// </param>
/// <param name="Grade">How bad it is that it fails.</param>
/// <param name="On">The type token of the resources it looks at; <c>pulumi:pulumi:Stack</c> for the stack as a whole.</param>
/// <param name="Title">What is wanted, as a sentence about a stack that passes.</param>
public sealed record Guardrail(string Id, Grade Grade, string On, string Title)
{
    /// <summary>The type of the stack as a whole, for rules about what must be somewhere in it.</summary>
    public const string WholeStack = Engine.Model.Urns.StackType;

    /// <summary>What happens to those who do without; one or two sentences.</summary>
    public required string Reason { get; init; }

    /// <summary>What to set, and where; what it costs or breaks, if anything.</summary>
    public required string Fix { get; init; }

    /// <summary>The same rule elsewhere: <c>CIS 2.2.1</c>, <c>CKV_AWS_16</c>, <c>AwsSolutions-RDS2</c>. Default: nowhere.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Which resources of the type it is about. Default: all of them.</summary>
    public Func<Resource, bool> When { get; init; } = static _ => true;

    /// <summary>
    /// Whether it fails where nothing refers to the resource, or the resource to nothing. In a plan that does not know what refers to what it then cannot
    /// know. Default: its own properties say all.
    /// </summary>
    public bool FollowsReferences { get; init; }

    /// <summary>The rule itself.</summary>
    public required Func<Resource, Verdict> Check { get; init; }

    /// <summary>A rule is its id: no two have the same.</summary>
    public bool Equals(Guardrail? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
