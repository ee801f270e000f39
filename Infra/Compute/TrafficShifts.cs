using System.Collections.Immutable;

namespace Infra.Compute;

/// <summary>How fast CodeDeploy turns the traffic: the configurations that it has for ECS.</summary>
internal static class TrafficShifts
{
    /// <summary>All at once. The health of new tasks is only looked at when people are served by them.</summary>
    public const string AllAtOnce = "ECSAllAtOnce";

    /// <summary>A tenth, and after 5 minutes the rest.</summary>
    public const string Canary5 = "ECSCanary10Percent5Minutes";

    /// <summary>A tenth, and after 15 minutes the rest.</summary>
    public const string Canary15 = "ECSCanary10Percent15Minutes";

    /// <summary>A tenth each minute.</summary>
    public const string Linear1 = "ECSLinear10PercentEvery1Minutes";

    /// <summary>A tenth each 3 minutes.</summary>
    public const string Linear3 = "ECSLinear10PercentEvery3Minutes";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = [AllAtOnce, Canary5, Canary15, Linear1, Linear3];

    /// <summary>What CodeDeploy calls it: <c>CodeDeployDefault.ECSAllAtOnce</c>.</summary>
    public static string Configuration(string shift) => $"CodeDeployDefault.{shift}";
}
