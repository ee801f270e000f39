namespace Review.Cost.Usage;

// Of what runs.
public static partial class UsageSettings
{
    /// <summary>Calls of functions.</summary>
    public static readonly UsageSetting FunctionCalls = new(
        "functionCallsPerMonth",
        "calls",
        "Calls of all functions",
        Sharing.Shared,
        null,
        "one for each of requestsPerMonth"
    );

    /// <summary>Time of functions.</summary>
    public static readonly UsageSetting FunctionMilliseconds = new(
        "functionMilliseconds",
        "ms",
        "How long a call of each function takes on average",
        Sharing.Each,
        200,
        "a few queries of a database"
    );

    /// <summary>Running time of tasks.</summary>
    public static readonly UsageSetting TaskMinutes = new(
        "taskMinutesPerRun",
        "minutes",
        "How long each task runs that is no service",
        Sharing.Each,
        10,
        "a job on a small database"
    );

    /// <summary>Runs of tasks by hand.</summary>
    public static readonly UsageSetting TaskRuns = new(
        "taskRunsPerMonth",
        "runs",
        "How often each task runs that neither a service nor a schedule starts",
        Sharing.Each,
        4,
        "once a week"
    );

    /// <summary>Instances of auto scaling groups.</summary>
    public static readonly UsageSetting Instances = new(
        "instances",
        "instances",
        "Instances on average, of each auto scaling group",
        Sharing.Each,
        null,
        "as the plan says"
    );

    /// <summary>Discount of Fargate Spot.</summary>
    public static readonly UsageSetting SpotDiscount = new(
        "spotDiscountPercent",
        "%",
        "How much less than the full price Fargate Spot costs; it varies by the hour, and Spot may be missing",
        Sharing.Each,
        70,
        "AWS's own word for the most, from memory"
    );

    /// <summary>Builds.</summary>
    public static readonly UsageSetting BuildMinutes = new(
        "buildMinutesPerMonth",
        "minutes",
        "Builds of all Amplify apps",
        Sharing.Shared,
        300,
        "sixty builds of five minutes"
    );
}
