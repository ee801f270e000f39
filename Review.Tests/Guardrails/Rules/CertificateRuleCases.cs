namespace Review.Tests.Guardrails.Rules;

internal sealed class CertificateRuleCases : RuleCases
{
    private const string Certificate = """
        aws:acm/certificate:Certificate certificate {"domainName": "acme.test", "subjectAlternativeNames": ["www.acme.test"], "validationMethod": "DNS", "keyAlgorithm": "RSA_2048", "options": {"certificateTransparencyLoggingPreference": "ENABLED"}}
        aws:route53/record:Record proof {"name": "@certificate.recordName", "type": "CNAME", "records": ["@certificate.recordValue"]}
        aws:acm/certificateValidation:CertificateValidation validation {"certificateArn": "@certificate.arn", "validationRecordFqdns": ["@proof.fqdn"]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ACM.1", Certificate)
                .FailsWith("certificate", "validationMethod", "\"EMAIL\"")
                .FailsWith("certificate", "validationMethod", null)
                .FailsWith("certificate", "certificateBody", "\"-----BEGIN CERTIFICATE-----\"")
                .CannotKnow("certificate", "validationMethod"),
            new RuleCase("ACM.2", Certificate)
                .FailsWith("certificate", "keyAlgorithm", "\"RSA_1024\"")
                .PassesWith("certificate", "keyAlgorithm", null)
                .PassesWith("certificate", "keyAlgorithm", "\"EC_prime256v1\"")
                .CannotKnow("certificate", "keyAlgorithm"),
            new RuleCase("acm-validation-records", Certificate)
                .FailsWith("validation", "validationRecordFqdns", null)
                .FailsWith("validation", "validationRecordFqdns", """["_x.acme.test"]""")
                .FailsAs("without both", stack => stack.Without("validation").Without("proof"))
                .PassesAs("nobody waits", stack => stack.Without("validation"))
                .PassesWith("validation", "validationRecordFqdns", "\"?\""),
            new RuleCase("acm-transparency", Certificate)
                .FailsWith("certificate", "options.certificateTransparencyLoggingPreference", "\"DISABLED\"")
                .PassesWith("certificate", "options", null)
                .CannotKnow("certificate", "options"),
            new RuleCase("acm-no-wildcard", Certificate)
                .FailsWith("certificate", "domainName", "\"*.acme.test\"")
                .FailsWith("certificate", "subjectAlternativeNames.0", "\"*.acme.test\"")
                .CannotKnow("certificate", "domainName"),
            new RuleCase(
                "Route53.2",
                """
                aws:route53/zone:Zone zone {"name": "acme.test"}
                aws:route53/queryLog:QueryLog log {"zoneId": "@zone.zoneId", "cloudwatchLogGroupArn": "arn:aws:logs:us-east-1:111111111111:log-group:/aws/route53/acme"}
                """
            ).FailsWithout("log").PassesAs("a private one beside it", stack => stack.And("""aws:route53/zone:Zone inside {"vpcs": [{"vpcId": "vpc-1"}]}""")),
            new RuleCase(
                "route53-alias-health",
                """
                aws:lb/loadBalancer:LoadBalancer alb {}
                aws:route53/record:Record alias {"type": "A", "aliases": [{"name": "@alb.dnsName", "zoneId": "@alb.zoneId", "evaluateTargetHealth": true}]}
                """
            ).FailsWith("alias", "aliases.0.evaluateTargetHealth", "false").CannotKnow("alias", "aliases.0.evaluateTargetHealth"),
            new RuleCase(
                "route53-alias-cdn",
                """
                aws:cloudfront/distribution:Distribution cdn {}
                aws:route53/record:Record alias {"type": "A", "aliases": [{"name": "@cdn.domainName", "zoneId": "@cdn.hostedZoneId", "evaluateTargetHealth": false}]}
                """
            ).FailsWith("alias", "aliases.0.evaluateTargetHealth", "true").CannotKnow("alias", "aliases.0.evaluateTargetHealth"),
            new RuleCase(
                "route53-caa",
                """aws:route53/record:Record caa {"type": "CAA", "records": ["0 issue \"letsencrypt.org\"", "0 issue \"amazon.com\""]}"""
            )
                .FailsWith("caa", "records.1", "\"0 issuewild ;\"")
                .PassesWith("caa", "records.1", "\"0 issue awstrust.com\"")
                .CannotKnow("caa", "records.1"),
        ];
}
