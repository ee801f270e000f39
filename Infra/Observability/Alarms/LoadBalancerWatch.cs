using Pulumi;

namespace Infra.Observability.Alarms;

/// <summary>The load balancer to watch.</summary>
/// <param name="LoadBalancer">The last part of its ARN, <c>app/…</c>.</param>
/// <param name="TargetGroup">The last part of the ARN of its target group, <c>targetgroup/…</c>.</param>
internal sealed record LoadBalancerWatch(Output<string> LoadBalancer, Output<string> TargetGroup)
{
    /// <summary>What the rows watch.</summary>
    public const string Thing = "load-balancer";

    /// <summary>
    /// Which of several services behind the load balancer the target group is; its alarms begin with it. Default: nothing, for the only one.
    /// </summary>
    public string? Key { get; init; }

    /// <summary>What the rows of the target group watch; those of the load balancer as a whole always watch <see cref="Thing"/>.</summary>
    public string Targets => Key is null ? Thing : $"{Thing}/{Key}";

    /// <summary>What an alarm of the target group is called.</summary>
    public string Alarm(string key) => Key is null ? key : $"{Key}-{key}";

    /// <summary>
    /// The same of the other target group, where deployments turn traffic between two: after every second one it is that which serves.
    /// Default: there is none.
    /// </summary>
    public Output<string>? OtherTargetGroup { get; init; }
}
