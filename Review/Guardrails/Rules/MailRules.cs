using Review.Model;

namespace Review.Guardrails.Rules;

/// <summary>SES: whether mail arrives, and whether anybody else can send it in the same name.</summary>
internal sealed class MailRules : GuardrailTable
{
    private const string Identity = "aws:sesv2/emailIdentity:EmailIdentity";
    private const string Rule = "aws:sesv2/configurationSet:ConfigurationSet";
    private const string Record = "aws:route53/record:Record";

    private static readonly string[] Troubles = ["BOUNCE", "COMPLAINT"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ses-dkim", Grade.Medium, Identity, "Domains sign their mail with DKIM")
            {
                Reason =
                    "Receivers cannot tell honest mail from forged mail: it ends as spam, and anybody can write in the domain's name.",
                Fix = "Make three CNAME records of dkimSigningAttributes.tokens, or set a private key and selector of your own.",
                When = IsDomain,
                Check = identity =>
                    identity["dkimSigningAttributes.domainSigningSelector"].IsMissing
                        ? Verdict.Of(
                            identity.ReferredBy(Record, "records").Any(),
                            "dkimSigningAttributes: got no record made of its tokens, want three CNAME records"
                        )
                        : identity.IsSet("dkimSigningAttributes.domainSigningPrivateKey", "a private key"),
            },
            new("ses-mail-from", Grade.Low, Identity, "Mail returns to a domain of its own, with an MX and an SPF record")
            {
                Reason = "SPF passes for amazonses.com and not for the domain; DMARC then hangs on DKIM alone.",
                Fix = "Add sesv2.EmailIdentityMailFromAttributes with mailFromDomain, and its MX and TXT record.",
                When = IsDomain,
                Check = HasMailFrom,
            },
            new("ses-dmarc", Grade.Medium, Identity, "Domains say by DMARC that forged mail is not wanted")
            {
                Reason = "Receivers let forged mail through where the policy is none, or where there is none.",
                Fix =
                    "Add a TXT record _dmarc with v=DMARC1; p=quarantine, later p=reject. Watch the reports with p=none before that.",
                When = identity => IsDomain(identity) && identity.ReferredBy(Record, "records").Any(),
                Check = HasDmarc,
            },
            new("ses-identity-rules", Grade.Low, Identity, "Identities send by a configuration set")
            {
                Reason = "Mail without one is sent without TLS rules, and its bounces are counted nowhere.",
                Fix = "Set configurationSetName.",
                Check = identity => identity.IsSet("configurationSetName", "a configuration set"),
            },
            new("ses-tls", Grade.Medium, Rule, "Mail is handed over by TLS or not at all")
            {
                Reason = "Codes and links to reset passwords travel in the clear to servers that offer no TLS.",
                Fix = "Set deliveryOptions.tlsPolicy: REQUIRE. The few servers without TLS get no mail; it counts as a bounce.",
                Also = ["CKV_AWS_365"],
                Check = rules => rules.IsOneOf("deliveryOptions.tlsPolicy", "REQUIRE"),
            },
            new("ses-reputation", Grade.Low, Rule, "Bounces and complaints are counted")
            {
                Reason = "AWS stops an account that bounces too often; nobody sees it coming.",
                Fix = "Set reputationOptions.reputationMetricsEnabled: true, and an alarm on Reputation.BounceRate.",
                Check = rules => rules.Is("reputationOptions.reputationMetricsEnabled", true),
            },
            new("ses-suppression", Grade.Low, Rule, "Nobody is written to again who bounced or complained")
            {
                Reason = "Writing to dead addresses again is what AWS and receivers block senders for.",
                Fix = "Set suppressionOptions.suppressedReasons: BOUNCE and COMPLAINT.",
                Check = rules =>
                    rules["suppressionOptions.suppressedReasons"]
                        .Ask(
                            "suppressionOptions.suppressedReasons",
                            reasons => Troubles.All(reasons.Texts.Contains),
                            "BOUNCE and COMPLAINT"
                        )
                        .UnlessUnknown(rules["suppressionOptions"], "suppressionOptions"),
            },
            new("ses-events", Grade.Low, Rule, "Somebody is told of bounces and complaints")
            {
                Reason = "Users who get no mail are found only when they call.",
                Fix = "Add a ConfigurationSetEventDestination of BOUNCE and COMPLAINT to CloudWatch or SNS, enabled.",
                Check = IsWatched,
            },
            new("ses-sending", Grade.Medium, Rule, "Configuration sets may send")
            {
                Reason = "With sending off every mail is refused, codes to sign in too.",
                Fix = "Set sendingOptions.sendingEnabled: true, or leave it out.",
                Check = rules => rules.Is("sendingOptions.sendingEnabled", true, absent: true),
            },
        ];

    private static bool IsDomain(Resource identity) => identity["emailIdentity"].Text?.Contains('@') == false;

    private static Verdict HasMailFrom(Resource identity)
    {
        var domain = identity["emailIdentity"];
        var from = identity
            .Stack.All("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes")
            .FirstOrDefault(from =>
                from.Referred("emailIdentity", Identity).Contains(identity) || from["emailIdentity"].Text == domain.Text
            );
        if (from is null)
            return Verdict.Fail($"got no EmailIdentityMailFromAttributes of {Checks.Quoted(domain)}, want one");
        if (from["mailFromDomain"].IsUnknown)
            return Verdict.CannotKnow("mailFromDomain is known only after the deployment");
        var types = Records(identity, from["mailFromDomain"].Text).Select(record => record["type"].Text).ToHashSet();
        return from.IsSet("mailFromDomain", "a domain below")
            & Verdict.Of(
                // Where no record of the domain is in the stack the zone is elsewhere.
                types.Count == 0
                    || types.Contains("MX") && types.Contains("TXT"),
                $"records of {from["mailFromDomain"].Text}: got {string.Join(", ", types)}, want MX and TXT"
            );
    }

    private static Verdict HasDmarc(Resource identity)
    {
        var values = Records(identity, $"_dmarc.{identity["emailIdentity"].Text}")
            .SelectMany(record => record["records"].Items.DefaultIfEmpty(record["records"]))
            .ToList();
        return values.Count == 0
            ? Verdict.Fail($"got no TXT record _dmarc.{identity["emailIdentity"].Text}, want v=DMARC1; p=quarantine")
            : Verdict.All(values.Select(value => value.Ask("record _dmarc", Refuses, "p=quarantine or p=reject")));
    }

    private static bool Refuses(Value value) =>
        value.Text is { } text
        && text.Split(';', StringSplitOptions.TrimEntries).Any(part => part is "p=quarantine" or "p=reject");

    private static IEnumerable<Resource> Records(Resource identity, string? name) =>
        identity.Stack.All(Record).Where(record => record["name"].Text?.TrimEnd('.') == name);

    private static Verdict IsWatched(Resource rules)
    {
        var destinations = rules
            .Stack.All("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination")
            .Where(events =>
                events.Referred("configurationSetName", Rule).Contains(rules)
                || !events["configurationSetName"].IsMissing
                    && events["configurationSetName"].Text == rules["configurationSetName"].Text
            )
            .Select(events => events["eventDestination"])
            .ToList();
        var watched = destinations
            .Where(events => events["enabled"].Bool == true)
            .SelectMany(events => events["matchingEventTypes"].Texts)
            .ToHashSet(StringComparer.Ordinal);
        return destinations.Aggregate(
            Verdict.Of(
                Troubles.All(watched.Contains),
                $"got no enabled event destination of {string.Join(" and ", Troubles.Where(trouble => !watched.Contains(trouble)))}, want one"
            ),
            (verdict, events) => verdict.UnlessUnknown(events, "eventDestination")
        );
    }
}
