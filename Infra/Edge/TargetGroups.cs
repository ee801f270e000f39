using Infra.Settings;
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

    /// <summary>Makes one.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="role">What it is; part of its physical name, which has 32 characters at most.</param>
    /// <param name="args">The load balancer's.</param>
    /// <param name="parent">The component.</param>
    public static TargetGroup Make(string name, string role, LoadBalancerArgs args, Resource parent) =>
        new(
            $"{name}-{role}",
            new()
            {
                Name = args.Context.Label.LoadBalancer(role),
                VpcId = args.VpcId,
                TargetType = Word.Of(args.Targets),
                Protocol = "HTTP",
                Port = args.TargetPort,
                DeregistrationDelay = args.DeregistrationSeconds,
                SlowStart = args.SlowStartSeconds,
                // Sessions are in the cache: every task can serve everybody.
                Stickiness = new TargetGroupStickinessArgs { Enabled = false, Type = "lb_cookie" },
                HealthCheck = new TargetGroupHealthCheckArgs
                {
                    Enabled = true,
                    Protocol = "HTTP",
                    Path = args.HealthPath,
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
}
