namespace Review.Tests.Guardrails.Rules;

internal sealed class NetworkRuleCases : RuleCases
{
    // Two zones, each with a public, a private and a data subnet.
    private const string Vpc = """
        aws:ec2/vpc:Vpc vpc {"cidrBlock": "10.0.0.0/16", "enableDnsSupport": true, "enableDnsHostnames": true}
        aws:cloudwatch/logGroup:LogGroup flow-logs {"name": "/vpc/flow-logs", "retentionInDays": 30}
        aws:ec2/flowLog:FlowLog flow-log {"vpcId": "@vpc.id", "trafficType": "ALL", "logDestination": "@flow-logs.arn", "maxAggregationInterval": 60}
        aws:ec2/internetGateway:InternetGateway igw {"vpcId": "@vpc.id"}
        aws:ec2/subnet:Subnet public-1a {"vpcId": "@vpc.id", "availabilityZone": "ap-northeast-1a", "mapPublicIpOnLaunch": false}
        aws:ec2/subnet:Subnet private-1a {"vpcId": "@vpc.id", "availabilityZone": "ap-northeast-1a", "mapPublicIpOnLaunch": false}
        aws:ec2/subnet:Subnet data-1a {"vpcId": "@vpc.id", "availabilityZone": "ap-northeast-1a", "mapPublicIpOnLaunch": false}
        aws:ec2/routeTable:RouteTable public-rt {"vpcId": "@vpc.id"}
        aws:ec2/routeTable:RouteTable private-rt {"vpcId": "@vpc.id"}
        aws:ec2/routeTable:RouteTable data-rt {"vpcId": "@vpc.id"}
        aws:ec2/routeTableAssociation:RouteTableAssociation public-association {"routeTableId": "@public-rt.id", "subnetId": "@public-1a.id"}
        aws:ec2/routeTableAssociation:RouteTableAssociation private-association {"routeTableId": "@private-rt.id", "subnetId": "@private-1a.id"}
        aws:ec2/routeTableAssociation:RouteTableAssociation data-association {"routeTableId": "@data-rt.id", "subnetId": "@data-1a.id"}
        aws:ec2/natGateway:NatGateway nat-1a {"subnetId": "@public-1a.id", "allocationId": "eipalloc-1"}
        aws:ec2/route:Route public-internet {"routeTableId": "@public-rt.id", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "@igw.id"}
        aws:ec2/route:Route private-internet {"routeTableId": "@private-rt.id", "destinationCidrBlock": "0.0.0.0/0", "natGatewayId": "@nat-1a.id"}
        aws:ec2/defaultRouteTable:DefaultRouteTable main-rt {"defaultRouteTableId": "@vpc.defaultRouteTableId", "routes": []}
        aws:ec2/vpcEndpoint:VpcEndpoint s3 {"vpcId": "@vpc.id", "vpcEndpointType": "Gateway", "serviceName": "com.amazonaws.ap-northeast-1.s3", "routeTableIds": ["@private-rt.id"]}
        aws:ecs/service:Service service {"networkConfiguration": {"subnets": ["@private-1a.id"]}}
        aws:rds/subnetGroup:SubnetGroup db-subnets {"name": "db", "subnetIds": ["@data-1a.id"]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("EC2.6", Vpc).FailsWithout("flow-log").FailsWith("flow-log", "vpcId", "\"vpc-0123\""),
            new RuleCase("vpc-flow-log-traffic", Vpc)
                .FailsWith("flow-log", "trafficType", "\"REJECT\"")
                .FailsWith("flow-log", "trafficType", null)
                .CannotKnow("flow-log", "trafficType"),
            new RuleCase("vpc-flow-log-interval", Vpc)
                .FailsWith("flow-log", "maxAggregationInterval", "600")
                .FailsWith("flow-log", "maxAggregationInterval", null)
                .SkipsWith("flow-log", "transitGatewayId", "\"tgw-1\"")
                .SkipsWith("flow-log", "transitGatewayAttachmentId", "\"tgw-attach-1\"")
                .CannotKnow("flow-log", "maxAggregationInterval"),
            new RuleCase("vpc-flow-log-kept", Vpc)
                .FailsWith("flow-logs", "retentionInDays", "5")
                .FailsWith("flow-logs", "retentionInDays", null)
                .PassesWith("flow-logs", "retentionInDays", "7")
                .CannotKnow("flow-logs", "retentionInDays"),
            new RuleCase("vpc-dns", Vpc)
                .FailsWith("vpc", "enableDnsHostnames", null)
                .FailsWith("vpc", "enableDnsHostnames", "false")
                .FailsWith("vpc", "enableDnsSupport", "false")
                .PassesWith("vpc", "enableDnsSupport", null)
                .CannotKnow("vpc", "enableDnsHostnames"),
            new RuleCase("vpc-s3-endpoint", Vpc)
                .FailsWithout("s3")
                .FailsWith("s3", "serviceName", "\"com.amazonaws.ap-northeast-1.dynamodb\"")
                .SkipsAs("no NAT gateway", stack => stack.Without("nat-1a"))
                .CannotKnow("s3", "serviceName"),
            new RuleCase("EC2.15", Vpc)
                .FailsWith("public-1a", "mapPublicIpOnLaunch", "true")
                .FailsWith("private-1a", "assignIpv6AddressOnCreation", "true")
                .PassesWith("public-1a", "mapPublicIpOnLaunch", null)
                .CannotKnow("public-1a", "mapPublicIpOnLaunch"),
            new RuleCase("vpc-main-route-table", Vpc)
                .FailsWith("main-rt", "routes", """[{"cidrBlock": "0.0.0.0/0", "gatewayId": "@igw.id"}]""")
                .CannotKnow("main-rt", "routes"),
            new RuleCase("vpc-subnet-routes", Vpc)
                .FailsWithout("data-association")
                .FailsWith("data-association", "subnetId", "\"@private-1a.id\""),
            new RuleCase("vpc-private-workloads", Vpc)
                .FailsWith("service", "networkConfiguration.subnets", """["@public-1a.id"]""")
                .FailsWith("private-association", "routeTableId", "\"@public-rt.id\"")
                .FailsWith("private-internet", "gatewayId", "\"@igw.id\"")
                .FailsWith("private-internet", "gatewayId", "\"igw-0123\"")
                .FailsWith("private-rt", "routes", """[{"cidrBlock": "0.0.0.0/0", "gatewayId": "@igw.id"}]""")
                .FailsAs(
                    "the main route table leads out",
                    stack =>
                        stack
                            .Without("private-association")
                            .With("main-rt", "routes", """[{"cidrBlock": "0.0.0.0/0", "gatewayId": "@igw.id"}]""")
                )
                .FailsWithAlso("""aws:lambda/function:Function planted {"vpcConfig": {"subnetIds": ["@public-1a.id"]}}""")
                .PassesWith("private-internet", "gatewayId", "\"vgw-0123\"")
                .CannotKnow("private-internet", "gatewayId")
                .CannotKnow("private-rt", "routes"),
            new RuleCase("vpc-closed-data", Vpc)
                .FailsWith("data-association", "routeTableId", "\"@private-rt.id\"")
                .FailsWith("private-internet", "routeTableId", "\"@data-rt.id\"")
                .FailsWith("data-rt", "routes", """[{"ipv6CidrBlock": "::/0", "egressOnlyGatewayId": "eigw-1"}]""")
                .PassesWith("data-rt", "routes", """[{"cidrBlock": "10.1.0.0/16", "transitGatewayId": "tgw-1"}]""")
                .CannotKnow("data-rt", "routes"),
            new RuleCase("vpc-nat-zone", Vpc)
                .FailsWith("private-1a", "availabilityZone", "\"ap-northeast-1c\"")
                .FailsWith("public-1a", "availabilityZone", "\"ap-northeast-1c\"")
                .CannotKnow("public-1a", "availabilityZone"),
        ];
}
