using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Protection;

/// <summary>What an <see cref="AuditTrail"/> needs. Each part is off by default: an account often has them already, and has room for one only.</summary>
internal sealed record AuditTrailArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>
    /// The key that encrypts the trail. Its policy must let <c>cloudtrail.amazonaws.com</c> generate data keys for the trail and describe it.
    /// </summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Whether calls to AWS are recorded, in all regions. Default: false.</summary>
    public bool CloudTrail { get; init; }

    /// <summary>Whether changes of resources are recorded. An account has one recorder a region. Default: false.</summary>
    public bool Config { get; init; }

    /// <summary>Whether AWS looks for attacks. An account has one detector a region. Default: false.</summary>
    public bool GuardDuty { get; init; }

    /// <summary>The topic that hears of grave findings of GuardDuty. Default: nobody does.</summary>
    public Output<string>? TopicArn { get; init; }

    /// <summary>Days that records are kept. Default: a year.</summary>
    public int RetentionDays { get; init; } = 365;

    /// <summary>Default: true. The records refuse to be deleted with the stack.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!CloudTrail && !Config && !GuardDuty)
            yield return new("cloudTrail", false, "one of cloudTrail, config and guardDuty", "leave the audit trail out");
        if (RetentionDays < 90)
            yield return new("retentionDays", RetentionDays, "90 or more", "a break-in is often found months later");
    }
}
