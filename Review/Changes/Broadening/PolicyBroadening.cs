using Engine.Values;

namespace Review.Changes.Broadening;

/// <summary>What a policy allows that another did not.</summary>
internal static class PolicyBroadening
{
    /// <summary>Each widening with its place in the policy; of a first policy every statement that allows.</summary>
    public static IEnumerable<(string Path, string What)> Between(ObjectValue old, ObjectValue now)
    {
        var (before, after) = (PolicyStatement.All(old), PolicyStatement.All(now));
        foreach (var statement in after.Where(statement => statement.Allows))
            if (!before.Any(known => known.Allows && known.Covers(statement)))
                foreach (var found in Widened(Counterpart(before, statement), statement))
                    yield return found;
        foreach (var denial in before.Where(statement => !statement.Allows))
            if (!after.Any(kept => !kept.Allows && kept.Covers(denial)))
                yield return (denial.Path, $"no longer denied: {denial.Told}");
    }

    // The statement that this one was made of: by name, else the one that has most in common with it.
    private static PolicyStatement? Counterpart(List<PolicyStatement> before, PolicyStatement statement) =>
        before.FirstOrDefault(known => known.Allows && known.Sid is not null && known.Sid == statement.Sid)
        ?? (
            statement.Sid is null
                ? before.Where(known => known.Allows && known.Common(statement) > 0).MaxBy(known => known.Common(statement))
                : null
        );

    private static IEnumerable<(string Path, string What)> Widened(PolicyStatement? old, PolicyStatement now)
    {
        if (old is null || old.Inverted != now.Inverted)
        {
            yield return (now.Path, now.Told);
            yield break;
        }
        var any = false;
        foreach (var (key, texts) in now.Lists)
        {
            var added = texts.Where(text => !old.Lets(key, text)).ToList();
            any |= added.Count > 0;
            if (added.Count > 0)
                yield return ($"{now.Path}.{key}", string.Join(", ", added));
        }
        if (!old.ConditionsHold(now))
            yield return (
                $"{now.Path}.Condition",
                now.HasConditions ? "no longer the conditions of before" : "no condition any more"
            );
        else if (!any)
            yield return (now.Path, now.Told);
    }
}
