using System.Collections.Immutable;
using Infra.Observability;
using Infra.Protection;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Protection;

/// <summary>Settings of the audit trail. All is off: an account often has these already, and has room for one recorder and one detector.</summary>
internal sealed record AuditSettings
{
    [Setting("Whether calls to AWS are recorded (CloudTrail). The first trail of an account is free.")]
    public bool CloudTrail { get; init; }

    [Setting("Whether changes of resources are recorded (AWS Config). Each change costs.")]
    public bool Config { get; init; }

    [Setting("Whether something else records changes in the account and region already, which has room for one recorder.")]
    public bool RecorderExists { get; init; }

    [Setting(
        "Rules of AWS Config by which what is recorded is judged, in the whole account and region. Each evaluation costs.",
        Words = [
            ConfigRuleTable.KeysRotated,
            ConfigRuleTable.ApiTraced,
            ConfigRuleTable.CallsRecorded,
            ConfigRuleTable.KmsRotated,
            ConfigRuleTable.DatabaseBackup,
            ConfigRuleTable.RootWithoutKeys,
            ConfigRuleTable.UsersMfa,
            ConfigRuleTable.FunctionsPrivate,
            ConfigRuleTable.DatabasePrivate,
            ConfigRuleTable.SnapshotsPrivate,
            ConfigRuleTable.DatabaseEncrypted,
            ConfigRuleTable.NoOpenSsh,
            ConfigRuleTable.RootMfa,
            ConfigRuleTable.BucketsUnread,
            ConfigRuleTable.BucketsUnwritten,
            ConfigRuleTable.BucketsTls,
            ConfigRuleTable.DefaultGroupClosed,
        ]
    )]
    public ImmutableArray<string> ConfigRules { get; init; } = [];

    [Setting("Whether AWS looks for attacks (GuardDuty). It costs by the number of events.")]
    public bool GuardDuty { get; init; }

    [Setting("How long the records are kept.", Unit = "days", Min = 90, Max = 3653)]
    public int RetentionDays { get; init; } = 365;

    /// <summary>Whether anything is on.</summary>
    public bool Any => CloudTrail || Config || GuardDuty || !ConfigRules.IsEmpty;

    /// <summary>The same as the component takes it.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key that encrypts the records.</param>
    /// <param name="topics">Who hears of findings.</param>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    public AuditTrailArgs ToArgs(StackContext context, Input<string> keyArn, AlertTopics topics, bool protect) =>
        new()
        {
            Context = context,
            KeyArn = keyArn,
            CloudTrail = CloudTrail,
            Config = Config,
            RecorderExists = RecorderExists,
            ConfigRules = ConfigRules,
            GuardDuty = GuardDuty,
            TopicArn = topics.Arns[AlertSeverity.Critical],
            RetentionDays = RetentionDays,
            Protect = protect,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context) =>
        Any
            ? new AuditTrailArgs
            {
                Context = context,
                KeyArn = "arn:key",
                CloudTrail = CloudTrail,
                Config = Config,
                RecorderExists = RecorderExists,
                ConfigRules = ConfigRules,
                GuardDuty = GuardDuty,
                RetentionDays = RetentionDays,
            }.Validate()
            : [];
}
