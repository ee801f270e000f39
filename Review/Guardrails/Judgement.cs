namespace Review.Guardrails;

/// <summary>Turns answers that may be missing into verdicts.</summary>
internal static class Judgement
{
    /// <summary>Fails where something wrong is known, and cannot know where the plan does not say.</summary>
    /// <param name="wrong">Whether it is wrong; nothing where the plan does not know.</param>
    /// <param name="detail">What was got and what is wanted.</param>
    /// <param name="unknown">What the plan does not know.</param>
    public static Verdict Unless(bool? wrong, string detail, string unknown) =>
        wrong switch
        {
            true => Verdict.Fail(detail),
            false => Verdict.Pass,
            null => Verdict.CannotKnow($"{unknown} is known only after the deployment"),
        };

    /// <summary>The same verdict about a part: its name stands before the detail.</summary>
    public static Verdict Of(string part, Verdict verdict) =>
        verdict.Outcome == Outcome.Pass ? verdict : verdict with { Detail = $"{part}: {verdict.Detail}" };
}
