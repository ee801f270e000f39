using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="ServiceLog"/> needs.</summary>
internal sealed record ServiceLogArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The key that encrypts it; its policy must let CloudWatch Logs use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>What writes to it, behind the stack's prefix. Default: the one service of the stack.</summary>
    public string? Role { get; init; }

    /// <summary>
    /// Which of several services writes to it, in one word with the stack's prefix: <c>/ecs/neuraKnot-dev-backend-go</c>. Default: none, so
    /// that <see cref="Role"/> counts.
    /// </summary>
    public string? Service { get; init; }

    /// <summary>The name of the log group, known before anything is deployed.</summary>
    public string GroupName => Service is { } service ? Context.Label.ServiceLog(service) : Context.Label.LogGroup("ecs", Role);

    /// <summary>How long it is kept. Default: a month.</summary>
    public int RetentionDays { get; init; } = 30;

    /// <summary>What this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Service is not null && Role is not null)
            yield return new("service", Service, "none beside a role", "a log group has one name: leave one of the two out");
        if (RetentionDays < 1)
            yield return new("retentionDays", RetentionDays, "1 or more", "a log that is not kept helps nobody");
    }
}
