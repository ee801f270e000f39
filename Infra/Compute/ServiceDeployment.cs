using Infra.Validation;

namespace Infra.Compute;

/// <summary>How a service is deployed.</summary>
internal sealed record ServiceDeployment
{
    /// <summary>Default: task by task.</summary>
    public DeploymentStrategy Strategy { get; init; } = DeploymentStrategy.Rolling;

    /// <summary>Of the wanted tasks, how many must stay in service. Default: 100, so that capacity never shrinks.</summary>
    public int MinimumHealthyPercent { get; init; } = 100;

    /// <summary>Of the wanted tasks, how many there may be for a while. Default: 200.</summary>
    public int MaximumPercent { get; init; } = 200;

    /// <summary>Minutes in which a blue/green deployment can still go back at once. Default: 10. ECS takes 0 to 1440.</summary>
    public int BakeMinutes { get; init; } = 10;

    /// <summary>Responses with 5xx in a minute that undo a deployment. Default: 25.</summary>
    public int RollbackAt5xx { get; init; } = 25;

    /// <summary>What ECS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MinimumHealthyPercent is < 0 or > 100)
            yield return new("minimumHealthyPercent", MinimumHealthyPercent, "0 to 100", "it is a share of the wanted tasks");
        if (MaximumPercent is < 100 or > 200)
            yield return new("maximumPercent", MaximumPercent, "100 to 200", "it is a share of the wanted tasks");
        if (MinimumHealthyPercent == 100 && MaximumPercent == 100)
            yield return new(
                "maximumPercent",
                MaximumPercent,
                "101 to 200 while minimumHealthyPercent is 100",
                "ECS could neither start a task nor stop one"
            );
        if (BakeMinutes is < 0 or > 1440)
            yield return new("bakeMinutes", BakeMinutes, "0 to 1440", "ECS waits a day at most");
    }
}
