namespace Review.Cost.Usage;

// Of what is logged, watched, guarded and sent.
public static partial class UsageSettings
{
    /// <summary>Log data.</summary>
    public static readonly UsageSetting LogGb = new(
        "logGbPerMonth",
        "GB",
        "Data that all log groups take in; flow logs and Enhanced Monitoring count too",
        Sharing.Shared,
        10,
        Trial
    );

    /// <summary>Log data that queries read.</summary>
    public static readonly UsageSetting LogScanGb = new(
        "logScanGbPerMonth",
        "GB",
        "Data that all saved queries scan",
        Sharing.Shared,
        10,
        "every log once a month"
    );

    /// <summary>Metrics of Container Insights.</summary>
    public static readonly UsageSetting InsightsMetrics = new(
        "containerInsightsMetrics",
        "metrics",
        "Metrics of Container Insights, of each cluster",
        Sharing.Each,
        40,
        "eight of the cluster and eight each of a few services and task families"
    );

    /// <summary>Traces.</summary>
    public static readonly UsageSetting Traces = new(
        "tracesPerMonth",
        "traces",
        "Traces that all APIs or functions record",
        Sharing.Shared,
        50_000,
        "one request in twenty of a million, as X-Ray samples"
    );

    /// <summary>Requests to queues.</summary>
    public static readonly UsageSetting QueueRequests = new(
        "queueRequestsPerMonth",
        "requests",
        "Messages sent, received and deleted in all queues",
        Sharing.Shared,
        100_000,
        Trial
    );

    /// <summary>Notifications.</summary>
    public static readonly UsageSetting Notifications = new(
        "notificationsPerMonth",
        "notifications",
        "Mails that all topics send",
        Sharing.Shared,
        100,
        "a few alarms a day"
    );

    /// <summary>Events.</summary>
    public static readonly UsageSetting Events = new(
        "eventsPerMonth",
        "events",
        "Events on each event bus of the stack",
        Sharing.Each,
        100_000,
        Trial
    );

    /// <summary>Mail.</summary>
    public static readonly UsageSetting Emails = new(
        "emailsPerMonth",
        "messages",
        "Mails that all identities of SES send",
        Sharing.Shared,
        5_000,
        Few
    );

    /// <summary>Calls of Secrets Manager.</summary>
    public static readonly UsageSetting SecretCalls = new(
        "secretCallsPerMonth",
        "calls",
        "Reads of all secrets",
        Sharing.Shared,
        10_000,
        "each start of a task or function reads its own"
    );

    /// <summary>Calls of KMS.</summary>
    public static readonly UsageSetting KeyRequests = new(
        "keyRequestsPerMonth",
        "requests",
        "Uses of all KMS keys",
        Sharing.Shared,
        100_000,
        Trial
    );

    /// <summary>Rotations of keys.</summary>
    public static readonly UsageSetting KeyRotations = new(
        "keyRotations",
        "rotations",
        "How often each key that rotates has done so; AWS charges for the first two",
        Sharing.Each,
        0,
        "a new key rotates after a year"
    );

    /// <summary>Changes that AWS Config records.</summary>
    public static readonly UsageSetting ConfigItems = new(
        "configItemsPerMonth",
        "items",
        "Changes that each recorder of AWS Config records",
        Sharing.Each,
        2_000,
        "a few deployments of a few hundred resources"
    );

    /// <summary>Checks of Security Hub.</summary>
    public static readonly UsageSetting SecurityChecks = new(
        "securityChecksPerMonth",
        "checks",
        "Checks that Security Hub makes",
        Sharing.Each,
        10_000,
        "a few hundred resources, each by several controls a day"
    );
}
