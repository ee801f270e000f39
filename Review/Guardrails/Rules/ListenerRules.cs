using System.Text.RegularExpressions;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Listeners of load balancers and the target groups behind them.</summary>
internal sealed partial class ListenerRules : GuardrailTable
{
    private const string OldestPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    // What AWS takes for a target group where nothing is said, in seconds and in checks.
    private const int DefaultDelay = 300;
    private const int DefaultInterval = 30;
    private const int DefaultUnhealthy = 3;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new(
                "ELB.1",
                Grade.Medium,
                Balancers.Listener,
                "Plain HTTP is only redirected to HTTPS, or served to a CDN that shows a header"
            )
            {
                Reason = "Passwords and tokens sent over HTTP are read and changed by everybody on the way.",
                Fix =
                    "Give HTTP listeners one default action: redirect to HTTPS with HTTP_301. This needs an HTTPS listener with a certificate.",
                Also = ["CKV_AWS_2", "CKV_AWS_103", "CKV2_AWS_20", "AwsSolutions-ELB5"],
                When = listener => listener["protocol"].IsUnknown || listener["protocol"].Text is null or "HTTP",
                Check = RedirectsOnly,
            },
            new("ELB.17", Grade.Medium, Balancers.Listener, "Listeners speak TLS 1.2 with forward secrecy or newer")
            {
                Reason =
                    "Older TLS and its ciphers are broken; without forward secrecy a stolen key opens all that was ever recorded.",
                Fix =
                    $"Set sslPolicy: {OldestPolicy} or a newer one without Ext, 1-0 and 1-1. Clients without TLS 1.2 cannot connect any more.",
                Also = ["CKV_AWS_103", "CKV2_AWS_74"],
                When = IsEncrypted,
                Check = listener =>
                    listener.Ask(
                        "sslPolicy",
                        policy => policy.Text is { } text && GoodPolicy().IsMatch(text),
                        $"{OldestPolicy} or newer"
                    ),
            },
            new("elb-listener-certificate", Grade.High, Balancers.Listener, "Encrypted listeners have a certificate")
            {
                Reason = "AWS refuses an HTTPS or TLS listener without one, in the middle of a deployment.",
                Fix = "Set certificateArn to a certificate of ACM in the same region.",
                When = IsEncrypted,
                Check = listener => listener.IsSet("certificateArn", "the ARN of a certificate"),
            },
            new(
                "elb-certificate-names",
                Grade.High,
                Balancers.Listener,
                "The certificates of a listener are good for every host that leads to it"
            )
            {
                Reason =
                    "Browsers and the CDN refuse a host that the certificate does not name: the site is down for all who use that name.",
                Fix =
                    "Add the host to subjectAlternativeNames of the certificate (a new certificate is made), or attach another by lb.ListenerCertificate.",
                When = listener => IsEncrypted(listener) && Certificates(listener).Any() && Hosts(listener).Any(),
                Check = listener =>
                    CertificateNames.Cover(Certificates(listener), Hosts(listener), "the name of its alias record"),
            },
            new("elb-rule-priorities", Grade.Medium, Balancers.Listener, "The rules of a listener have priorities that differ")
            {
                Reason =
                    "AWS refuses a second rule of a priority, and orders rules without one by the time they were made: another request wins after a re-creation.",
                Fix = "Set priority of each rule, 1 to 50000, each once for a listener.",
                When = listener => listener.ListenerRules().Any(),
                Check = listener =>
                    Priorities.Differ(listener.ListenerRules().Select(rule => new Member(rule.Name, rule["priority"]))),
            },
            new(
                "elb-default-action",
                Grade.High,
                Balancers.Listener,
                "The default action of a listener does not lead past what its rules ask for"
            )
            {
                Reason =
                    "Whoever leaves out the header or comes from elsewhere gets the default action; when that forwards to the same targets the rule protects nothing.",
                Fix = "Set the default action to a fixed response, such as 403, or to targets that no such rule guards.",
                When = listener => listener.ListenerRules().Any(IsGuarded),
                Check = DoesNotBypass,
            },
            new(
                "elb-health-check-path",
                Grade.Medium,
                Balancers.TargetGroup,
                "Target groups ask a path that says whether the target can serve"
            )
            {
                Reason = "Without health checks, or with one on any open port, requests go to targets that cannot answer them.",
                Fix = "Set healthCheck.enabled and healthCheck.path to what answers 200 only when the application can serve.",
                Also = ["CKV_AWS_261"],
                When = ServesHttp,
                Check = targets =>
                    targets.Is("healthCheck.enabled", true, absent: true) & targets.IsSet("healthCheck.path", "a path"),
            },
            new(
                "elb-health-check-time",
                Grade.Medium,
                Balancers.TargetGroup,
                "Target groups find out within two minutes that a target is dead"
            )
            {
                Reason = "Until then it gets its share of the requests, and users get errors.",
                Fix = "Set healthCheck.interval times unhealthyThreshold to 120 seconds or less, and timeout below interval.",
                Check = FindsOutSoon,
            },
            new(
                "elb-deregistration-delay",
                Grade.Low,
                Balancers.TargetGroup,
                "Targets get 5 to 120 seconds to finish what they are doing"
            )
            {
                Reason =
                    "With less, deployments cut requests off; with the default of 300 every deployment and every scale-in waits five minutes.",
                Fix = "Set deregistrationDelay to a little more than the longest request takes, in seconds.",
                Check = targets =>
                    targets.AtLeast("deregistrationDelay", 5, DefaultDelay)
                    & targets.AtMost("deregistrationDelay", 120, DefaultDelay),
            },
        ];

    private static bool IsEncrypted(Resource listener) => listener["protocol"].Text is "HTTPS" or "TLS";

    private static bool ServesHttp(Resource targets) => targets["protocol"].Text is "HTTP" or "HTTPS";

    private static Verdict RedirectsOnly(Resource listener) =>
        listener.Ask("protocol", protocol => protocol.Text is null or "HTTP", "HTTPS")
        & Safe(listener, "defaultActions", forwardsToCdn: false)
        & Verdict.All(listener.ListenerRules().Select(rule => Safe(rule, "actions", rule.AsksForHeader())));

    private static Verdict Safe(Resource part, string property, bool forwardsToCdn) =>
        part[property].IsUnknown
            ? Verdict.CannotKnow($"{property} of {part.Name} is known only after the deployment; want a redirect to HTTPS")
            : Verdict.All(
                part[property]
                    .Items.Select(action =>
                        action["type"]
                            .Ask(
                                $"{property} of {part.Name}",
                                type =>
                                    type.Text == "fixed-response"
                                    || type.Text == "redirect" && action["redirect.protocol"].Text == "HTTPS"
                                    || type.Text == "forward" && forwardsToCdn,
                                "a redirect to HTTPS"
                            )
                    )
            );

    private static IEnumerable<Resource> Certificates(Resource listener) =>
        listener
            .ReferredBy("aws:lb/listenerCertificate:ListenerCertificate", "listenerArn")
            .SelectMany(more => more.Certificates("certificateArn"))
            .Concat(listener.Certificates("certificateArn"));

    private static IEnumerable<string> Hosts(Resource listener) => listener.Balancer()?.AliasHosts() ?? [];

    private static bool IsGuarded(Resource rule) =>
        rule["actions"].Forwards()
        && (rule.AsksForHeader() || rule["conditions"].Items.Any(condition => condition["sourceIp"].IsGiven()));

    private static Verdict DoesNotBypass(Resource listener)
    {
        var open = listener.Referred("defaultActions", Balancers.TargetGroup).ToHashSet();
        var bypassed = listener
            .ListenerRules()
            .FirstOrDefault(rule => IsGuarded(rule) && rule.Referred("actions", Balancers.TargetGroup).Any(open.Contains));
        return listener["defaultActions"].IsUnknown
            ? Verdict.CannotKnow("defaultActions is known only after the deployment")
            : Verdict.Of(
                bypassed is null,
                $"defaultActions: got a forward to the targets of {bypassed?.Name}, want a fixed response: it leads past the conditions of that rule"
            );
    }

    private static Verdict FindsOutSoon(Resource targets)
    {
        var check = targets["healthCheck"];
        if (check.IsUnknown || check.HasUnknown)
            return Verdict.CannotKnow(
                "healthCheck is known only after the deployment; want a dead target found within 120 seconds"
            );
        var interval = check["interval"].Number ?? DefaultInterval;
        var seconds = interval * (check["unhealthyThreshold"].Number ?? DefaultUnhealthy);
        return Verdict.Of(
                seconds <= 120,
                $"healthCheck: got interval × unhealthyThreshold of {seconds} seconds, want 120 or less"
            )
            & Verdict.Of(
                check["timeout"].Number is not { } timeout || timeout < interval,
                $"healthCheck.timeout: got {check["timeout"].Text}, want less than the interval of {interval} seconds"
            );
    }

    // The same as AWS recommends: TLS 1.2 and 1.3 only, with authenticated ciphers (Res), FIPS modules and post-quantum key exchange (PQ) as variants.
    [GeneratedRegex(@"\AELBSecurityPolicy-TLS13-1-[23](-Res)?(-FIPS)?(-PQ)?-20\d\d-\d\d\z", RegexOptions.CultureInvariant)]
    private static partial Regex GoodPolicy();
}
