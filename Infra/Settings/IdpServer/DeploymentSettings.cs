using Infra.Compute;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of deployments.</summary>
internal sealed record DeploymentSettings
{
    [Setting(
        "rolling replaces task by task and goes back when the new ones fail; blue-green starts all new tasks behind a second target group, "
            + "turns the traffic, and turns it back at once when an alarm says so."
    )]
    public DeploymentStrategy Strategy { get; init; } = DeploymentStrategy.Rolling;

    [Setting("Of the wanted tasks, how many stay in service.", Unit = "percent", Min = 0, Max = 100)]
    public int MinimumHealthyPercent { get; init; } = 100;

    [Setting(
        "Of the wanted tasks, how many there may be while a version replaces another.",
        Unit = "percent",
        Min = 100,
        Max = 200
    )]
    public int MaximumPercent { get; init; } = 200;

    [Setting("How long a blue-green deployment can still go back at once.", Unit = "minutes", Min = 0, Max = 1440)]
    public int BakeMinutes { get; init; } = 10;

    [Setting("Answers with 5xx in a minute that undo a deployment.", Min = 1, Max = 1_000_000)]
    public int RollbackAt5xx { get; init; } = 25;

    /// <summary>The same as the component takes it.</summary>
    public ServiceDeployment ToDeployment() =>
        new()
        {
            Strategy = Strategy,
            MinimumHealthyPercent = MinimumHealthyPercent,
            MaximumPercent = MaximumPercent,
            BakeMinutes = BakeMinutes,
            RollbackAt5xx = RollbackAt5xx,
        };
}
