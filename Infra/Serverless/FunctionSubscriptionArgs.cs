using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>What a <see cref="FunctionSubscription"/> needs.</summary>
internal sealed record FunctionSubscriptionArgs
{
    /// <summary>What the messages are about, for names: <c>mail-events</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The topic.</summary>
    public required Input<string> TopicArn { get; init; }

    /// <summary>The function, which must say where events go that it fails at.</summary>
    public required LambdaFunction Function { get; init; }

    /// <summary>What this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!Function.KeepsFailedEvents)
            yield return new(
                "function",
                Function.FunctionName,
                "a function with asynchronous calls and a place for those that fail",
                "nobody waits for its answer: what it fails at would be lost without a word"
            );
    }
}
