using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Edge;

/// <summary>What a <see cref="LoadBalancer"/> needs. Plain values decide its shape; inputs only wire it up.</summary>
internal sealed partial record LoadBalancerArgs
{
    private static readonly int[] OwnPorts = [80, 443];

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Where the targets are.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Public subnets in two zones at least.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>Who may connect.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The host people use. Default: none, so they use the load balancer's own.</summary>
    public string? Domain { get; init; }

    /// <summary>The Route 53 zone in which the host is pointed here. Default: none; somebody points it by hand.</summary>
    public string? HostedZoneId { get; init; }

    /// <summary>
    /// A validated certificate for the host. Default: none, so everything travels in the clear; only an unprotected stack may.
    /// </summary>
    public Input<string>? CertificateArn { get; init; }

    /// <summary>
    /// Whether a protected stack may do without a certificate all the same. It is warned about at every deployment. Default: false.
    /// </summary>
    public bool AcceptPlainHttp { get; init; }

    /// <summary>Default: TLS 1.2 and 1.3.</summary>
    public string TlsPolicy { get; init; } = Edge.TlsPolicy.Default;

    /// <summary>What is done with requests that servers read differently. Default: <c>defensive</c>; <c>strictest</c> refuses more.</summary>
    public string DesyncMode { get; init; } = "defensive";

    /// <summary>Seconds after which a silent connection is closed. Default: 55, less than the 60 of Tomcat, so that the task never closes first.</summary>
    public int IdleTimeoutSeconds { get; init; } = 55;

    /// <summary>Default: false, IPv4 only.</summary>
    public bool DualStack { get; init; }

    /// <summary>What the targets are. Default: addresses of tasks.</summary>
    public TargetKind Targets { get; init; } = TargetKind.Ip;

    /// <summary>
    /// Of these a request must carry one, which the CDN in front adds: others are answered with 403. Health checks ask the targets themselves.
    /// Default: none, everybody is served. Several while their secret is replaced; all of one name.
    /// </summary>
    public ImmutableArray<OriginHeader> OriginHeaders { get; init; } = [];

    /// <summary>
    /// The routing table: several services, each with a target group, rule and health check of its own; exactly one has neither paths nor
    /// hosts and gets what no rule is about. Default: none, so that there is one service, which the next four describe.
    /// </summary>
    public ImmutableSortedDictionary<string, BalancedService> Services { get; init; } =
        ImmutableSortedDictionary.Create<string, BalancedService>(StringComparer.Ordinal);

    /// <summary>Where targets listen. Default: 8080.</summary>
    public int TargetPort { get; init; } = 8080;

    /// <summary>What targets answer with 200 when they can work. Default: the application's health.</summary>
    public string HealthPath { get; init; } = "/actuator/health";

    /// <summary>Seconds in which a leaving target finishes what it has. Default: 30, as long as the application waits for it.</summary>
    public int DeregistrationSeconds { get; init; } = 30;

    /// <summary>Seconds over which a new target's share grows. Default: 0, at once.</summary>
    public int SlowStartSeconds { get; init; }

    /// <summary>
    /// Whether ECS moves traffic between two target groups in a deployment. Default: false. The rule and its weights are then ECS's: the
    /// program makes them and never changes them.
    /// </summary>
    public bool BlueGreen { get; init; }

    /// <summary>
    /// Whether CodeDeploy moves traffic between two target groups in a deployment. Default: false. The listeners and rules that lead to them
    /// are then CodeDeploy's: the program makes them and never changes where they lead.
    /// </summary>
    public bool CodeDeploy { get; init; }

    /// <summary>
    /// A port on which a blue/green deployment can be tried before it serves. Default: none. The security group must let it in.
    /// </summary>
    public int? TestPort { get; init; }

    /// <summary>Days for which logs are kept. Default: 90.</summary>
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>Whether each TLS connection is logged too, not only each request. Default: false.</summary>
    public bool ConnectionLogs { get; init; }

    /// <summary>Default: true. Refuses deletion, of the logs too, and plain HTTP unless that is accepted.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (CertificateArn is null && Protect && !AcceptPlainHttp)
            yield return new(
                "certificateArn",
                null,
                "a certificate while protect is true",
                "sign-ins must not travel in the clear: set edge.domain with edge.hostedZoneId or edge.certificateArn"
            );
        if (CertificateArn is not null && AcceptPlainHttp)
            yield return new(
                "acceptPlainHttp",
                true,
                "false with a certificate",
                "nothing travels in the clear any more: take it out, so that a lost certificate is refused again"
            );
        if (CertificateArn is not null && Domain is null)
            yield return new(
                "domain",
                Domain,
                "the host of the certificate",
                "no certificate is valid for the load balancer's own name"
            );
        if (HostedZoneId is not null && Domain is null)
            yield return new("domain", Domain, "the host to point here in the zone", "or remove hostedZoneId");
        if (Edge.TlsPolicy.Problem("tlsPolicy", TlsPolicy) is { } tls)
            yield return tls;
        if (DesyncMode is not ("defensive" or "strictest"))
            yield return new("desyncMode", DesyncMode, "defensive or strictest", "monitor lets smuggled requests through");
        if (IdleTimeoutSeconds is < 1 or > 4000)
            yield return new("idleTimeoutSeconds", IdleTimeoutSeconds, "1 to 4000", "AWS takes nothing else");
        foreach (var problem in TargetGroups.Problems(HealthPath, DeregistrationSeconds, SlowStartSeconds))
            yield return problem;
        if (TestPort is { } port && (port is < 1 or > 65_535 || OwnPorts.Contains(port)))
            yield return new("testPort", port, "1 to 65535 other than 80 and 443", "those two serve everybody");
        if (BlueGreen && CodeDeploy)
            yield return new("codeDeploy", CodeDeploy, "false while blueGreen is true", "one of the two moves the traffic");
        if (BlueGreen && !OriginHeaders.IsEmpty)
            yield return new(
                "originHeaders",
                OriginHeaders[0].Name,
                "none while blueGreen is true",
                "AWS has documented that ECS moves no traffic on a listener that also answers 403: let the firewall ask for the header"
            );
        if (BlueGreen && Targets == TargetKind.Instance)
            yield return new("targets", "instance", "ip while blueGreen is true", "ECS moves traffic between addresses only");
        var headers = OriginHeader.Names(OriginHeaders);
        if (headers.Length > 1)
            yield return OriginHeader.OneName("originHeaders", headers);
        foreach (var header in headers.Where(header => !HeaderName().IsMatch(header)))
            yield return new(
                "originHeaders.name",
                header,
                "1 to 40 letters, digits and hyphens",
                "a load balancer asks for no other header"
            );
        if (TestPort is not null && !BlueGreen && !CodeDeploy)
            yield return new(
                "testPort",
                TestPort,
                "none while blueGreen is false",
                "only a blue/green deployment has something to try"
            );
        foreach (var problem in BalancedServicesCheck.Problems(this))
            yield return problem;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,40}\z")]
    private static partial Regex HeaderName();
}
