using System.Collections.Immutable;
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
    private readonly TargetGroup _main;
    private readonly TargetGroup? _alternate;
    private readonly ComponentResource _parent;

    /// <summary>The listener that serves everybody.</summary>
    public Listener Production { get; }

    /// <summary>Its rule, when ECS moves the traffic or a header is asked for.</summary>
    public ListenerRule? ProductionRule { get; }

    /// <summary>The listener on the port for trials, when there is one.</summary>
    public Listener? Test { get; }

    /// <summary>The rule on the port for trials, when there is one.</summary>
    public ListenerRule? TestRule { get; }

    /// <summary>Known when requests reach the targets: ECS refuses a service whose target group nothing leads to.</summary>
    public Output<string> LeadsToTargets =>
        !_args.OriginHeaders.IsEmpty && ProductionRule is { } rule ? rule.Arn : Production.Arn;

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
        (_name, _args, _balancer, _main, _alternate, _parent) = (name, args, balancer, main, alternate, parent);
        var isSecure = args.CertificateArn is not null;
        var hasRules = args.BlueGreen || !args.OriginHeaders.IsEmpty;

        Production = isSecure ? Serve("https", HttpsPort) : Serve("http", HttpPort);
        if (isSecure)
            Redirect();
        ProductionRule = hasRules ? Rule("production", Production) : null;
        if (alternate is null || args.TestPort is not { } port)
            return;
        Test = Serve("test", port);
        TestRule = hasRules ? Rule("test", Test) : null;
    }

    private Listener Serve(string role, int port)
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
                DefaultActions = ListenerActions.Default(_args, _main, _alternate),
                Tags = _args.Context.Label.NameTag(role),
            },
            // CodeDeploy turns the default action where it leads to the targets; setting it back would send people to stopped tasks.
            _args is { CodeDeploy: true, OriginHeaders.IsEmpty: true }
                ? new() { Parent = _parent, IgnoreChanges = { "defaultActions" } }
                : new() { Parent = _parent }
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

    private ListenerRule Rule(string role, Listener listener) =>
        new(
            $"{_name}-{role}-rule",
            new()
            {
                ListenerArn = listener.Arn,
                // Where several services are served, this rule gets what those of the others are not about.
                Priority = _args.Services.IsEmpty ? 1 : BalancedServicesCheck.LastPriority,
                Conditions = _args.OriginHeaders.IsEmpty ? Anything() : Shows(_args.OriginHeaders),
                Actions = ListenerActions.Forward(_main, _alternate),
                Tags = _args.Context.Label.NameTag($"{role}-rule"),
            },
            // Whoever deploys moves the weights; setting them back would send people to the old tasks.
            _alternate is null
                ? new() { Parent = _parent }
                : new() { Parent = _parent, IgnoreChanges = { "actions" } }
        );

    private static ListenerRuleConditionArgs Anything() =>
        new() { PathPattern = new ListenerRuleConditionPathPatternArgs { Values = "/*" } };

    /// <summary>What a request carries that comes by the CDN.</summary>
    public static ListenerRuleConditionArgs Shows(ImmutableArray<OriginHeader> headers) =>
        new()
        {
            HttpHeader = new ListenerRuleConditionHttpHeaderArgs
            {
                HttpHeaderName = headers[0].Name,
                Values = headers.Select(header => header.Value).ToArray(),
            },
        };
}
