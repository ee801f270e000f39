namespace Review.Tests.Guardrails.Rules;

internal sealed class ListenerRuleCases : RuleCases
{
    private const string Plain = """
        aws:lb/loadBalancer:LoadBalancer alb {}
        aws:lb/targetGroup:TargetGroup targets {}
        aws:lb/listener:Listener http {"loadBalancerArn": "@alb.arn", "port": 80, "protocol": "HTTP", "defaultActions": [{"type": "redirect", "redirect": {"port": "443", "protocol": "HTTPS", "statusCode": "HTTP_301"}}]}
        """;

    private const string Encrypted = """
        aws:lb/loadBalancer:LoadBalancer alb {}
        aws:acm/certificate:Certificate certificate {"domainName": "acme.test", "subjectAlternativeNames": ["*.acme.test"]}
        aws:route53/record:Record alias {"name": "www.acme.test", "type": "A", "aliases": [{"name": "@alb.dnsName", "zoneId": "@alb.zoneId"}]}
        aws:lb/listener:Listener https {"loadBalancerArn": "@alb.arn", "port": 443, "protocol": "HTTPS", "certificateArn": "@certificate.arn", "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}
        """;

    private const string Routes = """
        aws:lb/targetGroup:TargetGroup app {}
        aws:lb/targetGroup:TargetGroup api {}
        aws:lb/listener:Listener https {"protocol": "HTTPS", "defaultActions": [{"type": "forward", "targetGroupArn": "@app.arn"}]}
        aws:lb/listenerRule:ListenerRule to-api {"listenerArn": "@https.arn", "priority": 1, "actions": [{"type": "forward", "targetGroupArn": "@api.arn"}], "conditions": [{"httpHeader": {"httpHeaderName": "X-Origin-Verify", "values": ["word"]}}]}
        aws:lb/listenerRule:ListenerRule to-app {"listenerArn": "@https.arn", "priority": 2, "actions": [{"type": "forward", "targetGroupArn": "@app.arn"}], "conditions": [{"pathPattern": {"values": ["/app/*"]}}]}
        """;

    private const string Targets = """
        aws:lb/targetGroup:TargetGroup targets {"protocol": "HTTP", "deregistrationDelay": 30, "healthCheck": {"enabled": true, "path": "/health", "interval": 30, "timeout": 5, "unhealthyThreshold": 3}}
        """;

    private const string FromCdn =
        """aws:lb/listenerRule:ListenerRule served {"listenerArn": "@http.arn", "actions": [{"type": "forward", "targetGroupArn": "@targets.arn"}], "conditions": [{"httpHeader": {"httpHeaderName": "X-Origin-Verify", "values": ["word"]}}]}""";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ELB.1", Plain)
                .FailsWith("http", "defaultActions", """[{"type": "forward", "targetGroupArn": "@targets.arn"}]""")
                .FailsWith("http", "defaultActions.0.redirect.protocol", "\"HTTP\"")
                .FailsWith("http", "defaultActions.0.redirect.protocol", null)
                .FailsAs(
                    "a rule for everybody",
                    stack => stack.And(FromCdn).With("served", "conditions", """[{"pathPattern": {"values": ["/*"]}}]""")
                )
                .PassesAs("a rule for the CDN", stack => stack.And(FromCdn))
                .PassesWith("http", "defaultActions", """[{"type": "fixed-response"}]""")
                .CannotKnow("http", "protocol")
                .CannotKnow("http", "defaultActions")
                .CannotKnow("http", "defaultActions.0.type"),
            new RuleCase("ELB.17", Encrypted)
                .FailsWith("https", "sslPolicy", "\"ELBSecurityPolicy-TLS-1-0-2015-04\"")
                .FailsWith("https", "sslPolicy", "\"ELBSecurityPolicy-2016-08\"")
                .FailsWith("https", "sslPolicy", "\"ELBSecurityPolicy-TLS13-1-1-2021-06\"")
                .FailsWith("https", "sslPolicy", "\"ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06\"")
                .FailsWith("https", "sslPolicy", null)
                .PassesWith("https", "sslPolicy", "\"ELBSecurityPolicy-TLS13-1-3-2021-06\"")
                .PassesWith("https", "sslPolicy", "\"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\"")
                .PassesWith("https", "protocol", "\"TLS\"")
                .CannotKnow("https", "sslPolicy"),
            new RuleCase("elb-listener-certificate", Encrypted)
                .FailsWith("https", "certificateArn", null)
                .FailsWith("https", "certificateArn", "\"\"")
                .PassesWith("https", "certificateArn", "\"?\""),
            new RuleCase("elb-certificate-names", Encrypted)
                .FailsWith("alias", "name", "\"www.other.test\"")
                .FailsWith("alias", "name", "\"a.b.acme.test\"")
                .FailsWith("certificate", "subjectAlternativeNames", null)
                .PassesWith("alias", "name", "\"ACME.test.\"")
                .PassesAs(
                    "a second certificate",
                    stack =>
                        stack
                            .With("certificate", "subjectAlternativeNames", null)
                            .And(
                                """
                                aws:acm/certificate:Certificate second {"domainName": "www.acme.test"}
                                aws:lb/listenerCertificate:ListenerCertificate more {"listenerArn": "@https.arn", "certificateArn": "@second.arn"}
                                """
                            )
                )
                .CannotKnow("certificate", "subjectAlternativeNames.0"),
            new RuleCase("elb-rule-priorities", Routes)
                .FailsWith("to-app", "priority", "1")
                .FailsWith("to-app", "priority", null)
                .CannotKnow("to-app", "priority"),
            new RuleCase("elb-default-action", Routes)
                .FailsWith("https", "defaultActions.0.targetGroupArn", "\"@api.arn\"")
                .FailsAs(
                    "weights",
                    stack =>
                        stack.With(
                            "https",
                            "defaultActions",
                            """[{"type": "forward", "forward": {"targetGroups": [{"arn": "@api.arn"}]}}]"""
                        )
                )
                .FailsAs(
                    "by address",
                    stack =>
                        stack
                            .With("https", "defaultActions.0.targetGroupArn", "\"@api.arn\"")
                            .With("to-api", "conditions", """[{"sourceIp": {"values": ["192.0.2.0/24"]}}]""")
                )
                .PassesWith("https", "defaultActions", """[{"type": "fixed-response"}]""")
                .CannotKnow("https", "defaultActions"),
            new RuleCase("elb-health-check-path", Targets)
                .FailsWith("targets", "healthCheck.path", null)
                .FailsWith("targets", "healthCheck.enabled", "false")
                .FailsWith("targets", "healthCheck", null)
                .PassesWith("targets", "healthCheck.enabled", null)
                .CannotKnow("targets", "healthCheck.enabled"),
            new RuleCase("elb-health-check-time", Targets)
                .FailsWith("targets", "healthCheck.interval", "60")
                .FailsWith("targets", "healthCheck.unhealthyThreshold", "10")
                .FailsWith("targets", "healthCheck.timeout", "30")
                .PassesWith("targets", "healthCheck", null)
                .PassesWith("targets", "healthCheck.unhealthyThreshold", "4")
                .CannotKnow("targets", "healthCheck")
                .CannotKnow("targets", "healthCheck.interval"),
            new RuleCase("elb-deregistration-delay", Targets)
                .FailsWith("targets", "deregistrationDelay", null)
                .FailsWith("targets", "deregistrationDelay", "121")
                .FailsWith("targets", "deregistrationDelay", "0")
                .PassesWith("targets", "deregistrationDelay", "120")
                .CannotKnow("targets", "deregistrationDelay"),
        ];
}
