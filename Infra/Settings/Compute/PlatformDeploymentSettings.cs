using Infra.Compute;

namespace Infra.Settings.Compute;

/// <summary>Settings of deployments.</summary>
internal sealed record PlatformDeploymentSettings
{
    [Setting(
        "Who brings new versions. codedeploy starts all new tasks behind a second target group and turns the traffic; rolling is this program, "
            + "task by task; external is a tool such as ecspresso, task by task. Of codedeploy and external this program makes the first version "
            + "only. A change makes another service: people are not served meanwhile."
    )]
    public Deployer By { get; init; } = Deployer.Codedeploy;

    [Setting("Of the wanted tasks, how many stay in service; not with codedeploy.", Unit = "percent", Min = 0, Max = 100)]
    public int MinimumHealthyPercent { get; init; } = 100;

    [Setting(
        "Of the wanted tasks, how many there may be while a version replaces another; not with codedeploy, which has all of both.",
        Unit = "percent",
        Min = 100,
        Max = 200
    )]
    public int MaximumPercent { get; init; } = 200;

    [Setting("Answers with 5xx in a minute that undo a deployment.", Min = 1, Max = 1_000_000)]
    public int RollbackAt5xx { get; init; } = 25;

    [Setting(
        "How fast codedeploy turns the traffic. ECSAllAtOnce looks at the health of new tasks only once they serve everybody.",
        Words = [
            TrafficShifts.AllAtOnce,
            TrafficShifts.Canary5,
            TrafficShifts.Canary15,
            TrafficShifts.Linear1,
            TrafficShifts.Linear3,
        ]
    )]
    public string TrafficShift { get; init; } = TrafficShifts.Canary5;

    [Setting("How long codedeploy keeps the old tasks, so that the way back is quick.", Unit = "minutes", Min = 0, Max = 2880)]
    public int KeepOldMinutes { get; init; } = 10;

    /// <summary>Deployments task by task as the service takes them.</summary>
    public ServiceDeployment ToDeployment() =>
        new()
        {
            MinimumHealthyPercent = MinimumHealthyPercent,
            MaximumPercent = MaximumPercent,
            RollbackAt5xx = RollbackAt5xx,
        };
}
