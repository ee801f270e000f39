using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="BlueGreenDeployment"/> needs.</summary>
internal sealed record BlueGreenDeploymentArgs
{
    private const int LongestMinutes = 2880;

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The service's name, for the role.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The same from the service itself: CodeDeploy refuses one that is not there.</summary>
    public required Input<string> Service { get; init; }

    /// <summary>The container that answers.</summary>
    public required string Container { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>The capacity provider of the service.</summary>
    public required string CapacityProvider { get; init; }

    /// <summary>The roles of the tasks.</summary>
    public required ImmutableArray<string> TaskRoleArns { get; init; }

    /// <summary>What is turned.</summary>
    public required CodeDeployTarget Target { get; init; }

    /// <summary>
    /// Alarms that stop and undo a deployment. While one rings CodeDeploy starts none: what repairs it is deployed with
    /// <c>--override-alarm-configuration enabled=false</c>. Default: none, so that only failures do.
    /// </summary>
    public InputList<string>? AlarmNames { get; init; }

    /// <summary>How fast traffic is turned, one of <see cref="TrafficShifts"/>. Default: a tenth, and after 5 minutes the rest.</summary>
    public string TrafficShift { get; init; } = TrafficShifts.Canary5;

    /// <summary>Minutes for which the old tasks are kept, so that the way back is quick. Default: 10. CodeDeploy takes 0 to 2880.</summary>
    public int KeepOldMinutes { get; init; } = 10;

    /// <summary>What CodeDeploy or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!TrafficShifts.All.Contains(TrafficShift))
            yield return new("trafficShift", TrafficShift, Spelling.OneOf(TrafficShifts.All), "CodeDeploy has these for ECS");
        if (KeepOldMinutes is < 0 or > LongestMinutes)
            yield return new("keepOldMinutes", KeepOldMinutes, "0 to 2880", "CodeDeploy waits two days at most");
        if (Target.TargetGroupNames.Distinct().Count() != 2)
            yield return new(
                "target.targetGroupNames",
                Target.TargetGroupNames,
                "two groups",
                "one serves the old version and one the new"
            );
    }
}
