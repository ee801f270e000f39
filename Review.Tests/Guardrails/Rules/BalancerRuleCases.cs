namespace Review.Tests.Guardrails.Rules;

internal sealed class BalancerRuleCases : RuleCases
{
    private const string Network = """
        aws:ec2/internetGateway:InternetGateway igw {}
        aws:ec2/subnet:Subnet public-a {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/subnet:Subnet public-c {"availabilityZone": "ap-northeast-1c"}
        aws:ec2/subnet:Subnet private-a {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/routeTable:RouteTable public-table {}
        aws:ec2/routeTable:RouteTable private-table {}
        aws:ec2/route:Route way-out {"routeTableId": "@public-table.id", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "@igw.id"}
        aws:ec2/routeTableAssociation:RouteTableAssociation of-a {"subnetId": "@public-a.id", "routeTableId": "@public-table.id"}
        aws:ec2/routeTableAssociation:RouteTableAssociation of-c {"subnetId": "@public-c.id", "routeTableId": "@public-table.id"}
        aws:ec2/routeTableAssociation:RouteTableAssociation of-private-a {"subnetId": "@private-a.id", "routeTableId": "@private-table.id"}
        """;

    private const string Logs = """
        aws:s3/bucket:Bucket logs {"bucket": "acme-alb-logs"}
        aws:s3/bucketPolicy:BucketPolicy logs-policy {"bucket": "acme-alb-logs", "policy!": {"Statement": [
          {"Effect": "Allow", "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"}, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-alb-logs/*"},
          {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": "s3:*", "Resource": "arn:aws:s3:::acme-alb-logs/*"}]}}
        """;

    private const string Balancer = """
        aws:lb/loadBalancer:LoadBalancer alb {"loadBalancerType": "application", "internal": false, "dropInvalidHeaderFields": true, "enableDeletionProtection": true,
          "desyncMitigationMode": "defensive", "idleTimeout": 60, "accessLogs": {"enabled": true, "bucket": "acme-alb-logs"},
          "subnets": ["@public-a.id", "@public-c.id"], "securityGroups": ["@alb-sg.id"]}
        aws:ec2/securityGroup:SecurityGroup alb-sg {}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule https-in {"securityGroupId": "@alb-sg.id", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "cidrIpv4": "0.0.0.0/0"}
        aws:lb/targetGroup:TargetGroup targets {"port": 8080}
        aws:lb/listener:Listener https {"loadBalancerArn": "@alb.arn", "port": 443, "protocol": "HTTPS", "defaultActions": [{"type": "forward", "targetGroupArn": "@targets.arn"}]}
        """;

    private const string WebAcl = """
        aws:wafv2/webAcl:WebAcl waf {}
        aws:wafv2/webAclAssociation:WebAclAssociation shield {"resourceArn": "@alb.arn", "webAclArn": "@waf.arn"}
        """;

    private const string Cdn = """
        aws:lb/listenerRule:ListenerRule from-cdn {"listenerArn": "@https.arn", "priority": 1, "actions": [{"type": "forward", "targetGroupArn": "@targets.arn"}],
          "conditions": [{"httpHeader": {"httpHeaderName": "X-Origin-Verify", "values": [{"secret": "word"}]}}]}
        aws:cloudfront/distribution:Distribution cdn {"webAclId": "@front-waf.arn", "origins": [{"originId": "alb", "domainName": "origin.acme.test",
          "customOriginConfig": {"originReadTimeout": 30}, "customHeaders": [{"name": "x-origin-verify", "value": {"secret": "word"}}]}]}
        aws:wafv2/webAcl:WebAcl front-waf {"scope": "CLOUDFRONT"}
        aws:route53/record:Record origin {"name": "origin.acme.test", "type": "A", "aliases": [{"name": "@alb.dnsName", "zoneId": "@alb.zoneId"}]}
        """;

    private const string Service = """
        aws:ecs/taskDefinition:TaskDefinition task {"containerDefinitions!": [{"name": "app", "environment": [{"name": "KEEP_ALIVE_TIMEOUT", "value": "65000"}]}]}
        aws:ecs/service:Service service {"taskDefinition": "@task.arn", "loadBalancers": [{"targetGroupArn": "@targets.arn"}]}
        """;

    private static StackText ByCdn(StackText stack) =>
        stack
            .Without("shield")
            .With("https", "defaultActions", """[{"type": "fixed-response", "fixedResponse": {"statusCode": "403"}}]""")
            .And(OneLine(Cdn));

    // Lines of a stack are one resource each; here they are broken to be read.
    private static string OneLine(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\r?\n\s+", " ");

    private static RuleCase Of(string rule, params string[] parts) => new(rule, OneLine(string.Join('\n', parts)));

    public override IEnumerable<RuleCase> Cases =>
        [
            Of("ELB.4", Balancer)
                .FailsWith("alb", "dropInvalidHeaderFields", "false")
                .FailsWith("alb", "dropInvalidHeaderFields", null)
                .CannotKnow("alb", "dropInvalidHeaderFields"),
            Of("ELB.5", Balancer, Logs)
                .FailsWith("alb", "accessLogs.enabled", "false")
                .FailsWith("alb", "accessLogs", null)
                .FailsWith("alb", "accessLogs.bucket", null)
                .FailsWithout("logs-policy")
                .FailsWith("logs-policy", "policy!.Statement.0.Effect", "\"Deny\"")
                .FailsWith("logs-policy", "policy!.Statement.0.Action", "\"s3:GetObject\"")
                .FailsWith("logs-policy", "policy!.Statement.0.Principal", """{"Service": "delivery.logs.amazonaws.com"}""")
                .PassesWith("logs-policy", "policy!.Statement.0.Principal", """{"AWS": "arn:aws:iam::582318560864:root"}""")
                .PassesWith("logs-policy", "policy!.Statement.0.Action", """["s3:GetObject", "s3:PutObject"]""")
                .CannotKnow("alb", "accessLogs.enabled")
                .CannotKnow("logs-policy", "policy!")
                .CannotKnow("alb", "accessLogs"),
            Of("ELB.6", Balancer)
                .FailsWith("alb", "enableDeletionProtection", "false")
                .FailsWith("alb", "enableDeletionProtection", null)
                .CannotKnow("alb", "enableDeletionProtection"),
            Of("ELB.12", Balancer)
                .FailsWith("alb", "desyncMitigationMode", "\"monitor\"")
                .PassesWith("alb", "desyncMitigationMode", "\"strictest\"")
                .PassesWith("alb", "desyncMitigationMode", null)
                .CannotKnow("alb", "desyncMitigationMode"),
            Of("ELB.13", Balancer, Network)
                .FailsWith("alb", "subnets", """["@public-a.id"]""")
                .FailsWith("alb", "subnets", """["@public-a.id", "@private-a.id"]""")
                .FailsWith("alb", "subnets", null)
                .CannotKnow("alb", "subnets")
                .CannotKnow("public-c", "availabilityZone"),
            Of("ELB.16", Balancer, WebAcl)
                .FailsWithout("shield")
                .FailsAs(
                    "a way past the header",
                    stack => ByCdn(stack).With("from-cdn", "conditions", """[{"pathPattern": {"values": ["/*"]}}]""")
                )
                .FailsAs("another header", stack => ByCdn(stack).With("cdn", "origins.0.customHeaders.0.name", "\"X-Other\""))
                .FailsAs("a CDN without web ACL", stack => ByCdn(stack).With("cdn", "webAclId", null))
                .FailsAs("a default action", stack => ByCdn(stack).With("https", "defaultActions", """[{"type": "forward"}]"""))
                .PassesAs("all from the CDN", ByCdn),
            Of("elb-subnets", Balancer, Network)
                .FailsWith("alb", "subnets", """["@public-a.id", "@private-a.id"]""")
                .FailsWith("alb", "internal", "true")
                .FailsWithout("way-out")
                .PassesAs(
                    "internal",
                    stack => stack.With("alb", "internal", "true").With("alb", "subnets", """["@private-a.id"]""")
                )
                .PassesAs(
                    "inline",
                    stack => stack.Without("way-out").With("public-table", "routes", """[{"gatewayId": "@igw.id"}]""")
                )
                .PassesWith("alb", "subnets", """["subnet-0123456789abcdef0"]"""),
            Of("elb-open-ports", Balancer)
                .FailsWith("https-in", "fromPort", "80")
                .FailsWith("https-in", "toPort", "8443")
                .FailsWith("https-in", "ipProtocol", "\"-1\"")
                .FailsWith("https", "port", "8443")
                .FailsWith("alb-sg", "ingress", """[{"protocol": "tcp", "fromPort": 22, "toPort": 22}]""")
                .FailsWithAlso(
                    """aws:ec2/securityGroupRule:SecurityGroupRule ssh {"type": "ingress", "securityGroupId": "@alb-sg.id", "protocol": "tcp", "fromPort": 22, "toPort": 22}"""
                )
                .PassesAs(
                    "a way out",
                    stack =>
                        stack.And(
                            """aws:ec2/securityGroupRule:SecurityGroupRule out {"type": "egress", "securityGroupId": "@alb-sg.id", "protocol": "-1"}"""
                        )
                )
                .CannotKnow("https", "port")
                .CannotKnow("https-in", "toPort"),
            Of("elb-idle-timeout", Balancer, Service, Cdn)
                .FailsWith("alb", "idleTimeout", "65")
                .FailsWith("alb", "idleTimeout", "20")
                .FailsAs("told nothing", stack => stack.Without("service").With("alb", "idleTimeout", "61"))
                .PassesWith("alb", "idleTimeout", "64")
                .PassesWith("alb", "idleTimeout", null)
                .PassesAs("no CDN", stack => stack.Without("cdn").With("alb", "idleTimeout", "20"))
                .CannotKnow("alb", "idleTimeout"),
        ];
}
