namespace Review.Tests.Guardrails.Rules;

internal sealed class VpcEndpointRuleCases : RuleCases
{
    private const string Endpoints = """
        aws:ec2/subnet:Subnet a {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/subnet:Subnet c {"availabilityZone": "ap-northeast-1c"}
        aws:ec2/securityGroup:SecurityGroup group {"description": "Endpoints"}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule in {"securityGroupId": "@group.id", "cidrIpv4": "10.0.0.0/16", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443}
        aws:ec2/vpcEndpoint:VpcEndpoint kms {"vpcEndpointType": "Interface", "serviceName": "com.amazonaws.ap-northeast-1.kms", "subnetIds": ["@a.id", "@c.id"], "securityGroupIds": ["@group.id"], "privateDnsEnabled": true}
        aws:ec2/vpcEndpoint:VpcEndpoint s3 {"vpcEndpointType": "Gateway", "serviceName": "com.amazonaws.ap-northeast-1.s3", "routeTableIds": ["rtb-1"]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("vpc-endpoint-zones", Endpoints)
                .FailsWith("kms", "subnetIds", """["@a.id"]""")
                .FailsWith("kms", "subnetIds", """["@a.id", "@a.id"]""")
                .FailsWith("kms", "subnetIds", null)
                .PassesAs(
                    "zones by id",
                    stack =>
                        stack
                            .With("a", "availabilityZone", null)
                            .With("a", "availabilityZoneId", "\"apne1-az1\"")
                            .With("c", "availabilityZone", null)
                            .With("c", "availabilityZoneId", "\"apne1-az2\"")
                )
                .FailsWith("c", "availabilityZone", "\"ap-northeast-1a\"")
                .CannotKnow("kms", "subnetIds")
                .CannotKnow("c", "availabilityZone")
                .UnknownAs("subnets of another stack", stack => stack.With("kms", "subnetIds", """["subnet-1", "subnet-2"]""")),
            new RuleCase("vpc-endpoint-dns", Endpoints)
                .FailsWith("kms", "privateDnsEnabled", "false")
                .FailsWith("kms", "privateDnsEnabled", null)
                .CannotKnow("kms", "privateDnsEnabled"),
            new RuleCase("vpc-endpoint-group", Endpoints)
                .FailsWith("kms", "securityGroupIds", null)
                .FailsWith("kms", "securityGroupIds", "[]")
                .FailsWithAlso("""aws:ecs/service:Service service {"networkConfiguration": {"securityGroups": ["@group.id"]}}"""),
            new RuleCase("vpc-endpoint-port", Endpoints)
                .FailsWith("in", "toPort", "442")
                .SkipsWith("kms", "securityGroupIds", "[]")
                .FailsWith("in", "ipProtocol", "\"udp\"")
                .FailsWithout("in")
                .CannotKnow("in", "toPort"),
            new RuleCase("vpc-endpoint-routes", Endpoints)
                .FailsWith("s3", "routeTableIds", null)
                .FailsAs(
                    "no type is a gateway",
                    stack => stack.With("s3", "vpcEndpointType", null).With("s3", "routeTableIds", "[]")
                ),
        ];
}
