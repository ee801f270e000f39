using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Infra.Edge;

/// <summary>Makes target groups: who serves, and how it is known that they can.</summary>
internal static class TargetGroups
{
    private const int IntervalSeconds = 30;
    private const int TimeoutSeconds = 5;
    private const int RightAnswers = 2;
    private const int WrongAnswers = 3;

    /// <summary>Makes that of the only service, or one of its two.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="role">What it is; part of its physical name, which has 32 characters at most.</param>
    /// <param name="args">The load balancer's.</param>
    /// <param name="parent">The component.</param>
    public static TargetGroup Make(string name, string role, LoadBalancerArgs args, Resource parent) =>
        Make(
            name,
            role,
            new()
            {
                Port = args.TargetPort,
                HealthPath = args.HealthPath,
                DeregistrationSeconds = args.DeregistrationSeconds,
                SlowStartSeconds = args.SlowStartSeconds,
            },
            args,
            parent
        );

    /// <summary>Makes that of one of several services.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="role">What it is; part of its physical name, which has 32 characters at most.</param>
    /// <param name="service">The service.</param>
    /// <param name="args">The load balancer's.</param>
    /// <param name="parent">The component.</param>
    public static TargetGroup Make(string name, string role, BalancedService service, LoadBalancerArgs args, Resource parent) =>
        new(
            $"{name}-{role}",
            new()
            {
                Name = args.Context.Label.LoadBalancer(role),
                VpcId = args.VpcId,
                TargetType = Word.Of(args.Targets),
                Protocol = "HTTP",
                Port = service.Port,
                DeregistrationDelay = service.DeregistrationSeconds,
                SlowStart = service.SlowStartSeconds,
                // Sessions are in the cache: every task can serve everybody.
                Stickiness = new TargetGroupStickinessArgs { Enabled = false, Type = "lb_cookie" },
                HealthCheck = new TargetGroupHealthCheckArgs
                {
                    Enabled = true,
                    Protocol = "HTTP",
                    Path = service.HealthPath,
                    Interval = IntervalSeconds,
                    Timeout = TimeoutSeconds,
                    HealthyThreshold = RightAnswers,
                    UnhealthyThreshold = WrongAnswers,
                    Matcher = "200",
                },
                Tags = args.Context.Label.NameTag(role),
            },
            // A second group of the same name cannot stand beside the first.
            new() { Parent = parent, DeleteBeforeReplace = true }
        );

    /// <summary>What Elastic Load Balancing refuses of any of them.</summary>
    /// <param name="healthPath">What targets answer when they can work.</param>
    /// <param name="deregistrationSeconds">In which a leaving target finishes what it has.</param>
    /// <param name="slowStartSeconds">Over which a new target's share grows.</param>
    public static IEnumerable<Problem> Problems(string healthPath, int deregistrationSeconds, int slowStartSeconds)
    {
        if (deregistrationSeconds is < 0 or > 3600)
            yield return new("deregistrationSeconds", deregistrationSeconds, "0 to 3600", "AWS takes nothing else");
        if (slowStartSeconds is not (0 or (>= 30 and <= 900)))
            yield return new("slowStartSeconds", slowStartSeconds, "0 or 30 to 900", "0 switches it off");
        if (!healthPath.StartsWith('/'))
            yield return new("healthPath", healthPath, "a path that begins with /", "for example /actuator/health");
    }
}
