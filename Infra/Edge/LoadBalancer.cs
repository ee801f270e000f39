using System.Collections.Immutable;
using Infra.Storage;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;
using AwsLoadBalancer = Pulumi.Aws.LB.LoadBalancer;

namespace Infra.Edge;

/// <summary>The way in from the internet: an application load balancer that ends TLS, logs every request and hands it to healthy tasks.</summary>
internal sealed class LoadBalancer : ComponentResource
{
    private const string NoCertificate =
        "there is no certificate, so passwords and tokens travel in the clear: set edge.domain with edge.hostedZoneId or edge.certificateArn";

    private const string PlainOrigin =
        "there is no certificate, so the CDN reaches the load balancer over plain HTTP, and so do passwords, tokens and the header that it "
        + "shows: set a domain with certificates here and in us-east-1";

    private const string Accepted =
        "acceptPlainHttp is set on a protected stack: everybody on the way can read and change what people send, passwords, tokens and "
        + "sessions included; set a domain with a certificate, and take acceptPlainHttp out";

    private const string Role = "alb";
    private const string Bucket = "alb-logs";
    private const string Requests = "access";
    private const string Connections = "connection";

    private static readonly ImmutableSortedDictionary<string, BalancedTarget> NoServices = ImmutableSortedDictionary.Create<
        string,
        BalancedTarget
    >(StringComparer.Ordinal);

    /// <summary>The ARN of the load balancer.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The part of the ARN by which its metrics are kept.</summary>
    [Output("arnSuffix")]
    public Output<string> ArnSuffix { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its own host.</summary>
    [Output("dnsName")]
    public Output<string> DnsName { get; }

    /// <summary>
    /// Who serves; of several services the default one. It waits for the listener: ECS refuses a service whose target group nobody reaches.
    /// </summary>
    [Output("targetGroupArn")]
    public Output<string> TargetGroupArn { get; }

    /// <summary>The part of that ARN by which its metrics are kept.</summary>
    [Output("targetGroupArnSuffix")]
    public Output<string> TargetGroupArnSuffix { get; }

    /// <summary>Who serves after a blue/green deployment; nothing without one.</summary>
    public Output<string>? AlternateTargetGroupArn { get; }

    /// <summary>The names of the target groups, known before anything is deployed.</summary>
    public ImmutableArray<string> TargetGroupNames { get; }

    /// <summary>Where each of several services is found, by its key in the routing table; nothing where there is one service.</summary>
    public ImmutableSortedDictionary<string, BalancedTarget> Services { get; }

    /// <summary>The part of that ARN by which its metrics are kept.</summary>
    public Output<string>? AlternateTargetGroupArnSuffix { get; }

    /// <summary>The listener that serves everybody.</summary>
    [Output("listenerArn")]
    public Output<string> ListenerArn { get; }

    /// <summary>The rule that asks for the header, or the listener where none is asked for: who waits for it finds the targets served.</summary>
    public Output<string> ServingArn { get; }

    /// <summary>The listener on the port for trials; nothing without one.</summary>
    public Output<string>? TestListenerArn { get; }

    /// <summary>The rule by which ECS moves traffic; nothing without blue/green deployments by ECS.</summary>
    public Output<string>? ProductionRuleArn { get; }

    /// <summary>The same on the port for trials; nothing without one.</summary>
    public Output<string>? TestRuleArn { get; }

    /// <summary>Where people go, without a slash at the end.</summary>
    [Output("url")]
    public Output<string> Url { get; }

    /// <summary>Makes the load balancer.</summary>
    public LoadBalancer(string name, LoadBalancerArgs args, ComponentResourceOptions? options = null)
        : base("idp:edge:LoadBalancer", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        Name = label.LoadBalancer(Role);

        var logs = Logs(name, args);
        var balancer = new AwsLoadBalancer(
            $"{name}-{Role}",
            new()
            {
                Name = Name,
                LoadBalancerType = "application",
                Internal = false,
                IpAddressType = args.DualStack ? "dualstack" : "ipv4",
                Subnets = args.SubnetIds,
                SecurityGroups = args.SecurityGroupId,
                EnableDeletionProtection = args.Protect,
                DropInvalidHeaderFields = true,
                DesyncMitigationMode = args.DesyncMode,
                IdleTimeout = args.IdleTimeoutSeconds,
                EnableHttp2 = true,
                AccessLogs = new LoadBalancerAccessLogsArgs
                {
                    Enabled = true,
                    Bucket = logs,
                    Prefix = Requests,
                },
                ConnectionLogs = args.ConnectionLogs ? ConnectionLogsTo(logs) : null,
                Tags = label.NameTag(Role),
            },
            // Two load balancers of one name cannot stand beside each other.
            new()
            {
                Parent = this,
                Protect = args.Protect,
                DeleteBeforeReplace = true,
            }
        );

        var isPair = args.BlueGreen || args.CodeDeploy;
        var routes = args.Services.IsEmpty ? null : new ServiceRoutes(name, args, this);
        string[] groups = isPair ? ["tg", "tg2"] : ["tg"];
        TargetGroupNames = routes?.Names ?? [.. groups.Select(label.LoadBalancer)];
        var main = routes?.Default ?? TargetGroups.Make(name, groups[0], args, this);
        var alternate = isPair ? TargetGroups.Make(name, groups[1], args, this) : null;
        var listeners = new Listeners(name, args, balancer, main, alternate, this);
        Services = routes?.Lead(listeners) ?? NoServices;
        PointHere(name, args, balancer);
        if (args.CertificateArn is null)
        {
            Log.Warn(args.OriginHeaders.IsEmpty ? NoCertificate : PlainOrigin, this);
            if (args.Protect)
                Log.Warn(Accepted, this);
        }

        (Arn, ArnSuffix, DnsName) = (balancer.Arn, balancer.ArnSuffix, balancer.DnsName);
        TargetGroupArn = Output.Tuple(main.Arn, listeners.LeadsToTargets).Apply(both => both.Item1);
        TargetGroupArnSuffix = main.ArnSuffix;
        (AlternateTargetGroupArn, AlternateTargetGroupArnSuffix) = (alternate?.Arn, alternate?.ArnSuffix);
        (ListenerArn, ServingArn) = (listeners.Production.Arn, listeners.LeadsToTargets);
        TestListenerArn = listeners.Test?.Arn;
        if (args.BlueGreen)
            (ProductionRuleArn, TestRuleArn) = (listeners.ProductionRule?.Arn, listeners.TestRule?.Arn);
        var scheme = args.CertificateArn is null ? "http" : "https";
        Url = args.Domain is { } domain
            ? Output.Create($"{scheme}://{domain}")
            : balancer.DnsName.Apply(host => $"{scheme}://{host}");
        RegisterOutputs(
            new Dictionary<string, object?>
            {
                ["arn"] = Arn,
                ["arnSuffix"] = ArnSuffix,
                ["dnsName"] = DnsName,
                ["targetGroupArn"] = TargetGroupArn,
                ["targetGroupArnSuffix"] = TargetGroupArnSuffix,
                ["listenerArn"] = ListenerArn,
                ["url"] = Url,
            }
        );
    }

    private static Input<LoadBalancerConnectionLogsArgs> ConnectionLogsTo(Output<string> bucket) =>
        new LoadBalancerConnectionLogsArgs
        {
            Enabled = true,
            Bucket = bucket,
            Prefix = Connections,
        };

    private Output<string> Logs(string name, LoadBalancerArgs args) =>
        new PrivateBucket(
            name,
            new()
            {
                Context = args.Context,
                Role = Bucket,
                Statements =
                [
                    LogDelivery.Statement(
                        args.Context,
                        Bucket,
                        args.Context.Arn("elasticloadbalancing", $"loadbalancer/app/{Name}/*"),
                        args.ConnectionLogs ? [Requests, Connections] : [Requests]
                    ),
                ],
                RetentionDays = args.LogRetentionDays,
                Protect = args.Protect,
            },
            new() { Parent = this }
        ).Name;

    private void PointHere(string name, LoadBalancerArgs args, AwsLoadBalancer balancer)
    {
        if (args is not { Domain: { } domain, HostedZoneId: { } zone })
            return;
        foreach (var type in args.DualStack ? new[] { "A", "AAAA" } : ["A"])
            _ = new Record(
                $"{name}-alias-{(type == "A" ? "ipv4" : "ipv6")}",
                new()
                {
                    ZoneId = zone,
                    Name = domain,
                    Type = type,
                    Aliases = new RecordAliasArgs
                    {
                        Name = balancer.DnsName,
                        ZoneId = balancer.ZoneId,
                        EvaluateTargetHealth = true,
                    },
                },
                new() { Parent = this }
            );
    }
}
