namespace Review.Tests.Guardrails.Rules;

internal sealed class SecurityGroupRuleCases : RuleCases
{
    // A load balancer in front of tasks, and a database behind them.
    private const string Web = """
        aws:ec2/vpc:Vpc vpc {"cidrBlock": "10.0.0.0/16"}
        aws:ec2/defaultSecurityGroup:DefaultSecurityGroup default {"vpcId": "@vpc.id", "ingress": [], "egress": []}
        aws:ec2/securityGroup:SecurityGroup alb-sg {"vpcId": "@vpc.id", "description": "Load balancer"}
        aws:ec2/securityGroup:SecurityGroup app-sg {"vpcId": "@vpc.id", "description": "Tasks"}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule alb-in-443 {"securityGroupId": "@alb-sg.id", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "description": "HTTPS"}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule alb-in-80 {"securityGroupId": "@alb-sg.id", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 80, "toPort": 80, "description": "Redirect"}
        aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule alb-out {"securityGroupId": "@alb-sg.id", "referencedSecurityGroupId": "@app-sg.id", "ipProtocol": "tcp", "fromPort": 8080, "toPort": 8080, "description": "Requests"}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule app-in {"securityGroupId": "@app-sg.id", "referencedSecurityGroupId": "@alb-sg.id", "ipProtocol": "tcp", "fromPort": 8080, "toPort": 8080, "description": "Requests"}
        aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule app-out {"securityGroupId": "@app-sg.id", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "description": "AWS"}
        aws:lb/loadBalancer:LoadBalancer alb {"securityGroups": ["@alb-sg.id"]}
        aws:ecs/service:Service service {"networkConfiguration": {"securityGroups": ["@app-sg.id"]}}
        """;

    private const string Ssh =
        """aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule planted {"securityGroupId": "@app-sg.id", "cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 22, "toPort": 22}""";

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("EC2.2", Web)
                .FailsWith("default", "ingress", """[{"protocol": "-1", "fromPort": 0, "toPort": 0, "self": true}]""")
                .FailsWith(
                    "default",
                    "egress",
                    """[{"protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["0.0.0.0/0"]}]"""
                )
                .FailsWithout("default")
                .CannotKnow("default", "ingress"),
            new RuleCase("EC2.13", Web)
                .FailsWithAlso(Ssh)
                .FailsWithAlso(Ssh.Replace("cidrIpv4", "cidrIpv6").Replace("0.0.0.0/0", "::/0"))
                .FailsWithAlso(Ssh.Replace("0.0.0.0/0", "128.0.0.0/1"))
                .FailsWithAlso(Ssh.Replace("\"fromPort\": 22", "\"fromPort\": 20").Replace("\"toPort\": 22", "\"toPort\": 25"))
                .FailsWith("alb-in-80", "ipProtocol", "\"-1\"")
                .FailsWith(
                    "app-sg",
                    "ingress",
                    """[{"protocol": "tcp", "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/0"]}]"""
                )
                .FailsWithAlso(
                    """aws:ec2/securityGroupRule:SecurityGroupRule old {"type": "ingress", "securityGroupId": "@app-sg.id", "cidrBlocks": ["0.0.0.0/0"], "protocol": "tcp", "fromPort": 22, "toPort": 22}"""
                )
                .PassesAs("from an office", stack => stack.And(Ssh.Replace("0.0.0.0/0", "203.0.113.0/24")))
                .PassesAs("from a private network", stack => stack.And(Ssh.Replace("0.0.0.0/0", "10.0.0.0/8")))
                .PassesAs("pings", stack => stack.And(Ssh.Replace("\"tcp\"", "\"icmp\"")))
                .PassesAs("outwards", stack => stack.And(Ssh.Replace("Ingress", "Egress")))
                .CannotKnow("alb-in-80", "fromPort"),
            new RuleCase("EC2.14", Web)
                .FailsWith("alb-in-80", "toPort", "3389")
                .FailsWith(
                    "app-sg",
                    "ingress",
                    """[{"protocol": "tcp", "fromPort": 3389, "toPort": 3389, "ipv6CidrBlocks": ["::/0"]}]"""
                )
                .PassesWith("app-in", "toPort", "65535")
                .CannotKnow("app-sg", "ingress"),
            new RuleCase("EC2.18", Web)
                .FailsWith("alb-in-80", "fromPort", "79")
                .FailsWith("alb-in-80", "toPort", "81")
                .FailsWith("alb-in-80", "ipProtocol", "\"udp\"")
                .FailsWith("alb-in-443", "ipProtocol", "\"-1\"")
                .FailsWithAlso(Ssh)
                .FailsWithAlso(Ssh.Replace("22", "9999"))
                .PassesWith("alb-in-80", "cidrIpv4", "\"203.0.113.0/24\"")
                .PassesAs("pings", stack => stack.And(Ssh.Replace("\"tcp\"", "\"icmp\"")))
                .CannotKnow("alb-in-80", "toPort"),
            new RuleCase("EC2.19", Web)
                .FailsWithAlso(Ssh)
                .FailsWithAlso(Ssh.Replace("22", "5432"))
                .FailsWithAlso(Ssh.Replace("22", "6379"))
                .FailsWith("alb-in-443", "toPort", "8080")
                .PassesAs("another port", stack => stack.And(Ssh.Replace("22", "9999")))
                .CannotKnow("alb-in-443", "ipProtocol"),
            new RuleCase("ec2-open-group", Web)
                .FailsWith("service", "networkConfiguration.securityGroups", """["@alb-sg.id"]""")
                .FailsWithAlso(Ssh.Replace("22", "443"))
                .PassesAs("a group that nothing has", stack => stack.Without("alb"))
                .SkipsAs("nobody comes in", stack => stack.Without("alb-in-443").Without("alb-in-80"))
                .CannotKnow("app-in", "cidrIpv4"),
            new RuleCase("ec2-rule-of-other-stack", Web.Replace("@app-sg.id", "sg-0123"))
                .FailsWith("app-in", "cidrIpv4", "\"0.0.0.0/0\"")
                .FailsWith("alb-in-443", "securityGroupId", "\"sg-4567\"")
                .CannotKnow("app-in", "cidrIpv4"),
            new RuleCase("EC2.22", Web)
                .FailsWithout("alb")
                .FailsWith("service", "networkConfiguration", "{}")
                .FailsWithAlso("""aws:ec2/securityGroup:SecurityGroup spare {"vpcId": "@vpc.id"}"""),
            new RuleCase("ec2-group-description", Web)
                .FailsWith("app-sg", "description", null)
                .FailsWith("app-sg", "description", "\"Managed by Pulumi\"")
                .FailsWith("app-in", "description", null)
                .FailsWith("app-out", "description", "\"\"")
                .CannotKnow("app-sg", "description"),
            new RuleCase("ec2-port-range", Web)
                .FailsWith("app-in", "toPort", "8090")
                .FailsWith("app-in", "ipProtocol", "\"-1\"")
                .FailsWith("app-in", "fromPort", "-1")
                .FailsAs(
                    "dynamic ports from a network",
                    stack =>
                        stack
                            .With("app-in", "fromPort", "32768")
                            .With("app-in", "toPort", "65535")
                            .With("app-in", "referencedSecurityGroupId", null)
                            .With("app-in", "cidrIpv4", "\"10.0.0.0/16\"")
                )
                .PassesAs("dynamic ports", stack => stack.With("app-in", "fromPort", "32768").With("app-in", "toPort", "65535"))
                .PassesWith("app-in", "toPort", "8089")
                .PassesWith("app-out", "toPort", "9000")
                .CannotKnow("app-in", "toPort"),
            new RuleCase("ec2-egress", Web)
                .FailsWith("app-out", "ipProtocol", "\"-1\"")
                .FailsWith("app-out", "toPort", "65535")
                .FailsWith(
                    "app-sg",
                    "egress",
                    """[{"protocol": "-1", "fromPort": 0, "toPort": 0, "cidrBlocks": ["0.0.0.0/0"]}]"""
                )
                .PassesAs(
                    "inside",
                    stack => stack.With("app-out", "ipProtocol", "\"-1\"").With("app-out", "cidrIpv4", "\"10.0.0.0/16\"")
                )
                .PassesWith("app-out", "cidrIpv4", "\"?\"")
                .CannotKnow("app-out", "toPort"),
            new RuleCase("ec2-rule-source", Web)
                .FailsWith("app-in", "referencedSecurityGroupId", null)
                .FailsWith("app-out", "cidrIpv4", null)
                .FailsWith("app-sg", "ingress", """[{"protocol": "tcp", "fromPort": 1, "toPort": 1}]""")
                .PassesWith("app-sg", "ingress", """[{"protocol": "tcp", "fromPort": 1, "toPort": 1, "self": true}]""")
                .PassesWith(
                    "app-sg",
                    "ingress",
                    """[{"protocol": "tcp", "fromPort": 1, "toPort": 1, "prefixListIds": ["pl-1"]}]"""
                )
                .UnknownAs("a literal id", stack => stack.With("app-in", "referencedSecurityGroupId", "\"sg-0123\"")),
            new RuleCase("ec2-rule-both-ends", Web)
                .FailsWithout("alb-out")
                .FailsWithout("app-in")
                .FailsWith("alb-out", "toPort", "8081")
                .FailsWith("app-in", "fromPort", "8079")
                .FailsWith("app-in", "referencedSecurityGroupId", "\"@app-sg.id\"")
                .PassesAs(
                    "let out by network",
                    stack =>
                        stack.With("alb-out", "referencedSecurityGroupId", null).With("alb-out", "cidrIpv4", "\"10.0.0.0/16\"")
                ),
        ];
}
