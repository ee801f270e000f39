using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Load balancers themselves: who reaches them, what they let pass, and what they leave behind.</summary>
internal sealed class BalancerRules : GuardrailTable
{
    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ELB.4", Grade.Medium, Balancers.Type, "Application load balancers drop invalid headers")
            {
                Reason =
                    "Targets and load balancer read a malformed header differently: requests are smuggled past rules that way.",
                Fix = "Set dropInvalidHeaderFields: true. Clients that send headers with odd names lose those headers.",
                Also = ["CKV_AWS_131"],
                When = Balancers.IsApplication,
                Check = balancer => balancer.Is("dropInvalidHeaderFields", true),
            },
            new("ELB.5", Grade.Medium, Balancers.Type, "Load balancers log every request to a bucket that lets them")
            {
                Reason =
                    "Without the access log nobody can say afterwards who asked for what. With a bucket that refuses it the deployment fails.",
                Fix =
                    "Set accessLogs.enabled and accessLogs.bucket, and let logdelivery.elasticloadbalancing.amazonaws.com put objects there. "
                    + "The bucket must be encrypted with SSE-S3: ELB cannot write to KMS ones.",
                Also = ["CKV_AWS_91", "AwsSolutions-ELB2"],
                Check = balancer =>
                    balancer.Is("accessLogs.enabled", true) & balancer.IsSet("accessLogs.bucket") & LogsArrive(balancer),
            },
            new("ELB.6", Grade.Medium, Balancers.Type, "Load balancers cannot be deleted by accident")
            {
                Reason =
                    "A deleted load balancer comes back with another address, and everything that points to it is down until then.",
                Fix = "Set enableDeletionProtection: true. Before a wanted deletion it must be switched off by a deployment.",
                Also = ["CKV_AWS_150"],
                Check = balancer => balancer.Is("enableDeletionProtection", true),
            },
            new("ELB.12", Grade.Medium, Balancers.Type, "Application load balancers repel desynchronised requests")
            {
                Reason =
                    "In monitor mode requests that two servers read differently reach the targets, and the next user's answer can be stolen.",
                Fix = "Set desyncMitigationMode to defensive, the default, or to strictest.",
                Also = ["CKV_AWS_328"],
                When = Balancers.IsApplication,
                Check = balancer =>
                    balancer.Ask(
                        "desyncMitigationMode",
                        mode => mode.Text is "defensive" or "strictest" || mode.IsMissing,
                        "defensive or strictest"
                    ),
            },
            new("ELB.13", Grade.Medium, Balancers.Type, "Load balancers stand in two zones or more")
            {
                Reason = "With the only zone the way in is gone, however many tasks run elsewhere.",
                Fix = "Give subnets of two availability zones.",
                Check = StandsInTwoZones,
            },
            new("ELB.16", Grade.Medium, Balancers.Type, "What the internet sends to load balancers passes a web ACL")
            {
                Reason = "Known attacks and floods reach the application itself else.",
                Fix =
                    "Associate a wafv2 web ACL, or let every listener ask for the header of a CloudFront distribution that has one.",
                Also = ["CKV2_AWS_28"],
                When = balancer => balancer.IsApplication() && balancer.FacesInternet(),
                Check = balancer =>
                    Verdict.Of(
                        balancer.ReferredBy("aws:wafv2/webAclAssociation:WebAclAssociation", "resourceArn").Any()
                            || OriginHeaders.IsBehindFirewalledCdn(balancer),
                        "got no web ACL association with it, and a way past the CDN; want one that has resourceArn of this load balancer"
                    ),
            },
            new("elb-subnets", Grade.High, Balancers.Type, "Load balancers stand where their clients are")
            {
                Reason =
                    "In private subnets an internet-facing load balancer is deployed and answers nobody; in public ones an internal one is a wrong turn away from the internet.",
                Fix =
                    "Internet-facing: subnets whose route table leads to the internet gateway. With internal: true: subnets whose table does not.",
                Check = StandsWhereItsClientsAre,
            },
            new(
                "elb-open-ports",
                Grade.Medium,
                Balancers.Type,
                "Security groups of load balancers let in what listeners listen on, and nothing else"
            )
            {
                Reason = "A port without a listener is open for what somebody adds later; a range hides what is meant.",
                Fix = "One ingress rule for each port that has a listener, with equal fromPort and toPort.",
                Also = ["AwsSolutions-EC23"],
                When = balancer => balancer.Listeners().Any() && balancer.Referred("securityGroups").Any(),
                Check = OpensWhatItListensOn,
            },
            new(
                "elb-idle-timeout",
                Grade.Medium,
                Balancers.Type,
                "Load balancers give up silent connections before targets do, and after the CDN"
            )
            {
                Reason =
                    "A target that closes first resets a request that is on its way to it: sporadic 502. A CDN that waits longer than the load balancer turns slow answers into 504.",
                Fix =
                    "Set idleTimeout below the keep-alive of the targets (KEEP_ALIVE_TIMEOUT; most servers close after 60 seconds), and not below the "
                    + "originReadTimeout of the CDN.",
                When = Balancers.IsApplication,
                Check = balancer => IdleTimeouts.Check(balancer),
            },
        ];

    private static Verdict LogsArrive(Resource balancer) =>
        balancer.Referred("accessLogs", ServiceWrites.Bucket).FirstOrDefault() is { } bucket
            ? bucket.LetsPut(IsElb, "logdelivery.elasticloadbalancing.amazonaws.com")
            : Verdict.CannotKnow(
                "accessLogs.bucket is not in this stack; its policy must let logdelivery.elasticloadbalancing.amazonaws.com in"
            );

    // The account of ELB in the region is the older way.
    private static bool IsElb(Principal principal) =>
        principal.IsAccount
        || principal.Who is "logdelivery.elasticloadbalancing.amazonaws.com" or "logdelivery.elb.amazonaws.com";

    private static List<Resource> Subnets(Resource balancer) =>
        [.. balancer.Referred("subnets", Routes.Subnet).Concat(balancer.Referred("subnetMappings", Routes.Subnet)).Distinct()];

    private static Verdict StandsInTwoZones(Resource balancer)
    {
        var zones = Subnets(balancer).ConvertAll(subnet => subnet.Zone());
        if (zones.OfType<string>().Distinct(StringComparer.Ordinal).Count() >= 2)
            return Verdict.Pass;
        return balancer["subnets"].IsUnknown || zones.Contains(null) || balancer["subnets"].Items.Count() > zones.Count
            ? Verdict.CannotKnow("the zones of subnets are known only after the deployment; want two")
            : Verdict.Fail(
                $"subnets: got {(zones is [var only, ..] ? $"zone {only} alone" : "none")}, want subnets of two availability zones"
            );
    }

    private static Verdict StandsWhereItsClientsAre(Resource balancer)
    {
        var wanted = balancer.FacesInternet();
        return Verdict.All(
            Subnets(balancer)
                .Select(subnet =>
                    subnet.IsPublic() is { } open
                        ? Verdict.Of(
                            open == wanted,
                            $"subnets: got {subnet.Name}, which is {(open ? "public" : "private")}; want a {(wanted ? "public" : "private")} one, or internal: {(wanted ? "true" : "false")}"
                        )
                        : Verdict.CannotKnow($"the route table of {subnet.Name} is not in this stack")
                )
        );
    }

    private static Verdict OpensWhatItListensOn(Resource balancer)
    {
        var listeners = balancer.Listeners().ToList();
        var unknown = listeners.Find(listener => listener["port"].Number is null);
        if (unknown is not null)
            return Verdict.CannotKnow($"the port of {unknown.Name} is known only after the deployment");
        var ports = listeners.Select(listener => (int)listener["port"].Number!.Value).Distinct().Order().ToArray();
        var wanted = string.Join(", ", ports);
        return Verdict.All(
            from securityGroup in balancer.Referred("securityGroups", SecurityRules.Group)
            from permission in SecurityRules.Of(securityGroup)
            where permission.Inbound
            select Judgement.Unless(
                !permission.AdmitsOnly(ports),
                $"{permission.Where} lets in {permission.PortText}, want {wanted}",
                $"what {permission.Where} lets in"
            )
        );
    }
}
