using Pulumi;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;
using AwsLoadBalancer = Pulumi.Aws.LB.LoadBalancer;

namespace Infra.Edge;

/// <summary>Where a load balancer listens and what it does there.</summary>
internal sealed class Listeners
{
    private const string Http = "HTTP";
    private const string Https = "HTTPS";
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    private readonly string _name;
    private readonly LoadBalancerArgs _args;
    private readonly AwsLoadBalancer _balancer;
    private readonly ComponentResource _parent;

    /// <summary>The listener that serves everybody.</summary>
    public Listener Production { get; }

    /// <summary>Its rule, when ECS moves the traffic.</summary>
    public ListenerRule? ProductionRule { get; }

    /// <summary>The rule on the port for trials, when there is one.</summary>
    public ListenerRule? TestRule { get; }

    /// <summary>Makes the listeners.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="args">The load balancer's.</param>
    /// <param name="balancer">The load balancer.</param>
    /// <param name="main">Who serves.</param>
    /// <param name="alternate">Who serves after a blue/green deployment; nothing without one.</param>
    /// <param name="parent">The component.</param>
    public Listeners(
        string name,
        LoadBalancerArgs args,
        AwsLoadBalancer balancer,
        TargetGroup main,
        TargetGroup? alternate,
        ComponentResource parent
    )
    {
        (_name, _args, _balancer, _parent) = (name, args, balancer, parent);
        var isSecure = args.CertificateArn is not null;

        Production = isSecure ? Serve("https", HttpsPort, main) : Serve("http", HttpPort, main);
        if (isSecure)
            Redirect();
        if (alternate is null)
            return;
        ProductionRule = Rule("production", Production, main, alternate);
        if (args.TestPort is { } port)
            TestRule = Rule("test", Serve("test", port, main), main, alternate);
    }

    // In a blue/green deployment the rule before it catches everything. The action forwards all the same: AWS has documented that ECS does
    // not move traffic on a listener that both forwards and does something else.
    private Listener Serve(string role, int port, TargetGroup group)
    {
        var isSecure = _args.CertificateArn is not null;
        return new(
            $"{_name}-{role}",
            new()
            {
                LoadBalancerArn = _balancer.Arn,
                Port = port,
                Protocol = isSecure ? Https : Http,
                CertificateArn = _args.CertificateArn,
                SslPolicy = isSecure ? (Input<string>)_args.TlsPolicy : null,
                DefaultActions = new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = group.Arn },
                Tags = _args.Context.Label.NameTag(role),
            },
            new() { Parent = _parent }
        );
    }

    private void Redirect() =>
        _ = new Listener(
            $"{_name}-http",
            new()
            {
                LoadBalancerArn = _balancer.Arn,
                Port = HttpPort,
                Protocol = Http,
                DefaultActions = new ListenerDefaultActionArgs
                {
                    Type = "redirect",
                    Redirect = new ListenerDefaultActionRedirectArgs
                    {
                        Protocol = Https,
                        Port = $"{HttpsPort}",
                        StatusCode = "HTTP_301",
                    },
                },
                Tags = _args.Context.Label.NameTag("http"),
            },
            new() { Parent = _parent }
        );

    private ListenerRule Rule(string role, Listener listener, TargetGroup main, TargetGroup alternate) =>
        new(
            $"{_name}-{role}-rule",
            new()
            {
                ListenerArn = listener.Arn,
                Priority = 1,
                Conditions = new ListenerRuleConditionArgs
                {
                    PathPattern = new ListenerRuleConditionPathPatternArgs { Values = "/*" },
                },
                Actions = new ListenerRuleActionArgs
                {
                    Type = "forward",
                    Forward = new ListenerRuleActionForwardArgs
                    {
                        TargetGroups =
                        [
                            new ListenerRuleActionForwardTargetGroupArgs { Arn = main.Arn, Weight = 100 },
                            new ListenerRuleActionForwardTargetGroupArgs { Arn = alternate.Arn, Weight = 0 },
                        ],
                    },
                },
                Tags = _args.Context.Label.NameTag($"{role}-rule"),
            },
            // ECS moves the weights; setting them back would send people to the old tasks.
            new() { Parent = _parent, IgnoreChanges = { "actions" } }
        );
}
