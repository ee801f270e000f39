using Engine.Values;
using Review.Model.Aws;

namespace Review.Cost.Savings;

/// <summary>Logs that are kept for less long.</summary>
internal static class Retention
{
    // Long enough to look back from a monthly review.
    private const int Days = 30;

    /// <summary>Log groups that keep more, or for ever.</summary>
    public static IEnumerable<Saving> Logs(WhatIf question) =>
        question.Set(
            new(
                $"Keep logs for {Days} days",
                null,
                [],
                $"retentionInDays: {Days} in the log groups",
                "what is older cannot be searched any more; keep those that an audit asks for, or export them to S3 first"
            ),
            question
                .Stack.All(Tokens.LogGroup)
                .Where(group => group["retentionInDays"] is { IsMissing: true } or { Number: 0 or > Days }),
            "retentionInDays",
            _ => new NumberValue(Days)
        );
}
