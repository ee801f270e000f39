namespace Review.Tests.Guardrails.Rules;

internal sealed class MailRuleCases : RuleCases
{
    private const string Domain = """
        aws:sesv2/emailIdentity:EmailIdentity identity {"emailIdentity": "acme.test", "configurationSetName": "acme-mail"}
        aws:route53/record:Record dkim {"name": "@identity.dkimToken._domainkey.acme.test", "type": "CNAME", "records": ["@identity.dkimToken.dkim.amazonses.com"]}
        aws:route53/record:Record dmarc {"name": "_dmarc.acme.test", "type": "TXT", "records": ["v=DMARC1; p=quarantine"]}
        aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes from {"emailIdentity": "acme.test", "mailFromDomain": "mail.acme.test"}
        aws:route53/record:Record bounces {"name": "mail.acme.test", "type": "MX", "records": ["10 feedback-smtp.ap-northeast-1.amazonses.com"]}
        aws:route53/record:Record spf {"name": "mail.acme.test", "type": "TXT", "records": ["v=spf1 include:amazonses.com ~all"]}
        """;

    private const string Rules = """
        aws:sesv2/configurationSet:ConfigurationSet rules {"configurationSetName": "acme-mail", "deliveryOptions": {"tlsPolicy": "REQUIRE"}, "reputationOptions": {"reputationMetricsEnabled": true}, "suppressionOptions": {"suppressedReasons": ["BOUNCE", "COMPLAINT"]}, "sendingOptions": {"sendingEnabled": true}}
        aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination events {"configurationSetName": "acme-mail", "eventDestination": {"enabled": true, "matchingEventTypes": ["BOUNCE", "COMPLAINT", "SEND"]}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ses-dkim", Domain)
                .FailsWithout("dkim")
                .FailsWith("identity", "dkimSigningAttributes", """{"domainSigningSelector": "own"}""")
                .PassesAs(
                    "with a key of one's own",
                    stack =>
                        stack
                            .Without("dkim")
                            .With(
                                "identity",
                                "dkimSigningAttributes",
                                """{"domainSigningSelector": "own", "domainSigningPrivateKey": {"secret": "key"}}"""
                            )
                ),
            new RuleCase("ses-mail-from", Domain)
                .FailsWithout("from")
                .FailsWith("from", "mailFromDomain", null)
                .FailsWith("from", "emailIdentity", "\"other.test\"")
                .FailsWithout("bounces")
                .FailsWithout("spf")
                .PassesAs("the zone is elsewhere", stack => stack.Without("bounces").Without("spf"))
                .PassesWith("from", "emailIdentity", "\"@identity.emailIdentity\"")
                .CannotKnow("from", "mailFromDomain"),
            new RuleCase("ses-dmarc", Domain)
                .FailsWithout("dmarc")
                .FailsWith("dmarc", "records.0", "\"v=DMARC1; p=none\"")
                .FailsWith("dmarc", "records.0", "\"v=DMARC1; sp=reject\"")
                .PassesWith("dmarc", "records.0", "\"v=DMARC1; p=reject; rua=mailto:post@acme.test\"")
                .CannotKnow("dmarc", "records")
                .CannotKnow("dmarc", "records.0"),
            new RuleCase("ses-identity-rules", Domain).FailsWith("identity", "configurationSetName", null),
            new RuleCase("ses-tls", Rules)
                .FailsWith("rules", "deliveryOptions.tlsPolicy", "\"OPTIONAL\"")
                .FailsWith("rules", "deliveryOptions", null)
                .CannotKnow("rules", "deliveryOptions.tlsPolicy"),
            new RuleCase("ses-reputation", Rules)
                .FailsWith("rules", "reputationOptions.reputationMetricsEnabled", "false")
                .FailsWith("rules", "reputationOptions", null)
                .CannotKnow("rules", "reputationOptions"),
            new RuleCase("ses-suppression", Rules)
                .FailsWith("rules", "suppressionOptions.suppressedReasons", """["BOUNCE"]""")
                .FailsWith("rules", "suppressionOptions", null)
                .CannotKnow("rules", "suppressionOptions.suppressedReasons")
                .CannotKnow("rules", "suppressionOptions.suppressedReasons.1"),
            new RuleCase("ses-events", Rules)
                .FailsWithout("events")
                .FailsWith("events", "eventDestination.enabled", "false")
                .FailsWith("events", "eventDestination.matchingEventTypes", """["BOUNCE", "SEND"]""")
                .FailsWith("events", "configurationSetName", "\"other\"")
                .PassesWith("events", "configurationSetName", "\"@rules.configurationSetName\"")
                .CannotKnow("events", "eventDestination.enabled")
                .CannotKnow("events", "eventDestination.matchingEventTypes.0"),
            new RuleCase("ses-sending", Rules)
                .FailsWith("rules", "sendingOptions.sendingEnabled", "false")
                .PassesWith("rules", "sendingOptions", null)
                .CannotKnow("rules", "sendingOptions.sendingEnabled"),
        ];
}
