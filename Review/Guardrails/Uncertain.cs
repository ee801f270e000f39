using Engine.Values;
using Review.Model;

namespace Review.Guardrails;

/// <summary>Answers that the deployment may still turn round.</summary>
internal static class Uncertain
{
    /// <summary>Whether the program says something there, though perhaps by a stand-in; what lies below an unknown does not count.</summary>
    public static bool IsGiven(this Value value) => !value.IsEmpty && value.Bare is not UnknownValue;

    /// <summary>A failure is none as long as part of what it was read from is unknown: it cannot be known.</summary>
    /// <param name="verdict">The answer without what is unknown.</param>
    /// <param name="value">What it was read from.</param>
    /// <param name="path">The path of that.</param>
    public static Verdict UnlessUnknown(this Verdict verdict, Value value, string path) =>
        verdict.Outcome == Outcome.Fail && value.HasUnknown
            ? Verdict.CannotKnow($"part of {path} is known only after the deployment; as it stands: {verdict.Detail}")
            : verdict;
}
