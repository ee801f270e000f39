namespace Review.Guardrails;

/// <summary>What a rule says of a resource, and why.</summary>
/// <param name="Outcome">Pass, fail, or cannot know.</param>
/// <param name="Detail">Property, what was got and what is wanted, or what is not known and why; empty where it passes. Never a secret.</param>
public sealed record Verdict(Outcome Outcome, string Detail)
{
    /// <summary>It is as the rule wants it.</summary>
    public static Verdict Pass { get; } = new(Outcome.Pass, "");

    /// <summary>It is not: what was got, and what is wanted.</summary>
    public static Verdict Fail(string detail) => new(Outcome.Fail, detail);

    /// <summary>A preview does not know it: what, and after which resource it is known.</summary>
    public static Verdict CannotKnow(string detail) => new(Outcome.CannotKnow, detail);

    /// <summary>Passes where <paramref name="holds"/>, and fails with a reason else.</summary>
    public static Verdict Of(bool holds, string otherwise) => holds ? Pass : Fail(otherwise);

    /// <summary>Both must hold: the worse of the two, and both reasons where they are equally bad.</summary>
    public static Verdict operator &(Verdict left, Verdict right) =>
        left.Outcome > right.Outcome ? left
        : right.Outcome > left.Outcome ? right
        : left.Detail.Length == 0 || left.Detail == right.Detail ? right
        : right.Detail.Length == 0 ? left
        : new(left.Outcome, $"{left.Detail}; {right.Detail}");

    /// <summary>One must hold: the better of the two, the first where they are equally good.</summary>
    public static Verdict operator |(Verdict left, Verdict right) => left.Outcome <= right.Outcome ? left : right;

    /// <summary>All must hold; none at all holds too.</summary>
    public static Verdict All(IEnumerable<Verdict> verdicts) => verdicts.Aggregate(Pass, (all, next) => all & next);

    /// <summary>One must hold; where there is none it fails with this reason.</summary>
    public static Verdict Any(IEnumerable<Verdict> verdicts, string none)
    {
        Verdict? best = null;
        foreach (var verdict in verdicts)
            best = best is { } found ? found | verdict : verdict;
        return best ?? Fail(none);
    }

    /// <inheritdoc/>
    public override string ToString() => Detail.Length == 0 ? Outcome.ToString() : $"{Outcome}: {Detail}";
}
