using System.Collections.Immutable;
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

    /// <summary>Whether another stack or person records changes in the account and region already. Default: false.</summary>
    public bool RecorderExists { get; init; }

    /// <summary>The rules of <see cref="ConfigRuleTable"/> by which what is recorded is judged. Default: none.</summary>
    public ImmutableArray<string> ConfigRules { get; init; } = [];

    /// <summary>The topic that hears of grave findings of GuardDuty and of what begins to break a rule. Default: nobody does.</summary>
    public Output<string>? TopicArn { get; init; }

    /// <summary>Days that records are kept. Default: a year.</summary>
    public int RetentionDays { get; init; } = 365;

    /// <summary>Default: true. The records refuse to be deleted with the stack.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!CloudTrail && !Config && !GuardDuty && ConfigRules.IsEmpty)
            yield return new("cloudTrail", false, "one of cloudTrail, config and guardDuty", "leave the audit trail out");
        if (!ConfigRules.IsEmpty && !Config && !RecorderExists)
            yield return new(
                "configRules",
                ConfigRules,
                "none without config or recorderExists",
                "nothing would be recorded to judge"
            );
        if (Config && RecorderExists)
            yield return new("recorderExists", true, "false with config", "an account has one recorder a region");
        foreach (var rule in ConfigRules.Where(rule => !ConfigRuleTable.All.ContainsKey(rule)))
            yield return new("configRules", rule, Spelling.OneOf([.. ConfigRuleTable.All.Keys]), "only these are known here");
        foreach (var twice in ConfigRules.GroupBy(rule => rule).Where(same => same.Count() > 1))
            yield return new("configRules", $"{twice.Key} {twice.Count()} times", "each rule once", "remove the repetition");
        if (RetentionDays < 90)
            yield return new("retentionDays", RetentionDays, "90 or more", "a break-in is often found months later");
    }
}
