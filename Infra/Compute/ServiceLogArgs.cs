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

    /// <summary>How long it is kept. Default: a month.</summary>
    public int RetentionDays { get; init; } = 30;

    /// <summary>What this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (RetentionDays < 1)
            yield return new("retentionDays", RetentionDays, "1 or more", "a log that is not kept helps nobody");
    }
}
