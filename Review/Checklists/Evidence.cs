using System.Collections.Immutable;
using Engine.Values;
using Review.Guardrails;
using Review.Model;

namespace Review.Checklists;

/// <summary>Why an item of a check-list stands as it does. Never a secret.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Facts">What the plan says.</param>
/// <param name="Note">What is missing, who does it, or when it is known. Default: the facts say it.</param>
/// <param name="Link">The page that tells more, from the top of the repository, with its section. Default: none.</param>
public sealed record Evidence(ItemState State, ImmutableArray<Fact> Facts, string? Note = null, string? Link = null)
{
    // Two show what is meant; the rest is a number.
    private const int MostFacts = 2;

    /// <summary>Both: the worse state, and the facts of all that are in it; of notes and links the first.</summary>
    public static Evidence operator &(Evidence left, Evidence right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.State == right.State
                ? new(left.State, [.. left.Facts, .. right.Facts], left.Note ?? right.Note, left.Link ?? right.Link)
            : left.State > right.State ? left
            : right;
    }

    /// <summary>The facts about some resources: the first ones, and how many more there are.</summary>
    internal static ImmutableArray<Fact> Of(IEnumerable<Resource> resources, string? path = null)
    {
        var all = resources.OrderBy(resource => resource.Name, NaturalOrder.Instance).ToList();
        var shown = all.Take(MostFacts).Select(resource => Of(resource, path)).ToList();
        if (all.Count > MostFacts)
            shown[^1] = shown[^1] with { More = all.Count - MostFacts };
        return [.. shown];
    }

    private static Fact Of(Resource resource, string? path) =>
        new(TypeNames.Short(resource.Type), resource.Name, path, path is null ? null : Said(resource[path]));

    private static string Said(Value value) =>
        value switch
        {
            { IsMissing: true } => "not set",
            { IsSecret: true } => "a secret",
            { Bare: { } bare } when bare.ContainsSecrets() => "a secret among it",
            { Bare: UnknownValue } => "known after the deployment",
            // A stand-in says whose output it will be.
            _ => Readable.Of(Checks.Quoted(new Value(Readable.Of(value.Bare)))),
        };
}
