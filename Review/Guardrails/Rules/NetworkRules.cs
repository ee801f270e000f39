using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>VPCs, subnets and routes: what reaches the internet, what the internet reaches, and whether somebody could look it up afterwards.</summary>
internal sealed class NetworkRules : GuardrailTable
{
    private const string FlowLog = "aws:ec2/flowLog:FlowLog";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string MainTable = "aws:ec2/defaultRouteTable:DefaultRouteTable";

    // A weekend and the days until somebody asks.
    private const int ShortestKept = 7;

    // The shortest interval that AWS offers, in seconds; its default is ten minutes.
    private const int ShortestInterval = 60;
    private const int DefaultInterval = 600;

    private static readonly string[] Workloads =
    [
        "aws:autoscaling/group:Group",
        "aws:ecs/service:Service",
        "aws:lambda/function:Function",
        "aws:rds/proxy:Proxy",
        Endpoint,
    ];

    private static readonly string[] Data = ["aws:elasticache/subnetGroup:SubnetGroup", "aws:rds/subnetGroup:SubnetGroup"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("EC2.6", Grade.Medium, Routes.Vpc, "Every VPC has a flow log")
            {
                Reason = "After an incident nobody can say who connected to what.",
                Fix = "Add an aws.ec2.FlowLog with vpcId of the VPC. CloudWatch Logs charges for each GB.",
                Also = ["CIS 3.7", "CKV2_AWS_11", "AwsSolutions-VPC7"],
                Check = vpc => Verdict.Of(vpc.ReferredBy(FlowLog, "vpcId").Any(), "FlowLog: got none for this VPC, want one"),
            },
            new("vpc-flow-log-traffic", Grade.Low, FlowLog, "Flow logs hold accepted and rejected traffic")
            {
                Reason = "Rejected traffic shows who tried, accepted traffic who succeeded; an investigation needs both.",
                Fix = "Set trafficType: ALL. It replaces the flow log, not what it has written.",
                Check = log => log.IsOneOf("trafficType", "ALL"),
            },
            new("vpc-flow-log-interval", Grade.Low, FlowLog, "Flow logs are written every minute")
            {
                Reason = "In ten minutes added up to one row a short scan or a short outage cannot be seen.",
                Fix = "Set maxAggregationInterval: 60. There are more rows to pay for.",
                // A log of a transit gateway is always written every minute.
                When = log => log["transitGatewayId"].IsMissing && log["transitGatewayAttachmentId"].IsMissing,
                Check = log => log.AtMost("maxAggregationInterval", ShortestInterval, absent: DefaultInterval),
            },
            new("vpc-flow-log-kept", Grade.Medium, FlowLog, "Flow logs are kept for a week or more, and not for ever")
            {
                Reason =
                    "A log that is gone when the incident is noticed helps nobody; one without an end costs more every month.",
                Fix = "Set retentionInDays of the log group that logDestination names to 7 or more.",
                When = log => log.Referred("logDestination", LogGroup).Any(),
                Check = log =>
                    Verdict.All(
                        log.Referred("logDestination", LogGroup)
                            .Select(group => Judgement.Of(group.Name, group.AtLeast("retentionInDays", ShortestKept)))
                    ),
            },
            new("vpc-dns", Grade.Medium, Routes.Vpc, "DNS works inside the VPC")
            {
                Reason =
                    "Without it the private names of VPC endpoints and databases do not resolve, and traffic goes to public addresses.",
                Fix = "Set enableDnsSupport and enableDnsHostnames to true.",
                Check = vpc => vpc.Is("enableDnsSupport", true, absent: true) & vpc.Is("enableDnsHostnames", true),
            },
            new("vpc-s3-endpoint", Grade.Low, Routes.Vpc, "A VPC with NAT gateways reaches S3 without them")
            {
                Reason = "Image layers come from S3: through a NAT gateway each GB is paid for, and leaves the VPC.",
                Fix = "Add a Gateway endpoint for com.amazonaws.<region>.s3 with the private route tables. It costs nothing.",
                When = vpc =>
                    vpc.ReferredBy(Routes.Subnet, "vpcId").Any(subnet => subnet.ReferredBy(Routes.Nat, "subnetId").Any()),
                Check = vpc =>
                    Verdict.Any(
                        vpc.ReferredBy(Endpoint, "vpcId")
                            .Select(endpoint =>
                                endpoint.Ask(
                                    "serviceName",
                                    name => name.Text?.EndsWith(".s3", StringComparison.Ordinal) == true,
                                    "com.amazonaws.<region>.s3"
                                )
                            ),
                        "VpcEndpoint: got none for this VPC, want one for S3"
                    ),
            },
            new("EC2.15", Grade.Medium, Routes.Subnet, "Subnets do not give out public addresses by themselves")
            {
                Reason = "Whatever is started there is on the internet, whether somebody wanted that or not.",
                Fix =
                    "Set mapPublicIpOnLaunch and assignIpv6AddressOnCreation to false. Load balancers and NAT gateways have addresses of their own.",
                Also = ["CKV_AWS_130"],
                Check = subnet => subnet.Is("mapPublicIpOnLaunch", false) & subnet.Is("assignIpv6AddressOnCreation", false),
            },
            new("vpc-main-route-table", Grade.Medium, MainTable, "The main route table leads nowhere")
            {
                Reason =
                    "A subnet that nobody gave a route table gets this one; a route to the internet here makes it public by accident.",
                Fix = "Leave routes of the aws.ec2.DefaultRouteTable empty, and give each subnet a table of its own.",
                Check = table => table.IsUnset("routes", "no routes"),
            },
            new("vpc-subnet-routes", Grade.Low, Routes.Subnet, "Every subnet has a route table that was chosen for it")
            {
                Reason = "On the main route table a subnet changes its reach with every change made there for another one.",
                Fix = "Add an aws.ec2.RouteTableAssociation for the subnet.",
                Check = subnet =>
                    Verdict.Of(Routes.TablesOf(subnet).Any(), "RouteTableAssociation: got none for this subnet, want one"),
            },
            new(
                "vpc-private-workloads",
                Grade.High,
                Routes.Subnet,
                "Tasks, functions, instances and endpoints lie in private subnets"
            )
            {
                Reason =
                    "In a subnet with a route to an internet gateway one public address is all that stands between a workload and everybody.",
                Fix =
                    "Route the subnet through a NAT gateway, or move the workload to private subnets. Only load balancers and NAT gateways need a public one.",
                Also = ["CKV2_AWS_35"],
                When = subnet => Workloads.Any(type => subnet.ReferredBy(type).Any()),
                Check = IsPrivate,
            },
            new("vpc-closed-data", Grade.Medium, Routes.Subnet, "Subnets of databases and caches have no way out")
            {
                Reason =
                    "Databases and caches never need the internet; whoever gets into one should not be able to send its data away.",
                Fix =
                    "Remove the default route (0.0.0.0/0 and ::/0) from the route table of the subnet; AWS manages these services without it.",
                When = subnet => Data.Any(type => subnet.ReferredBy(type).Any()),
                Check = subnet =>
                    Judgement.Unless(
                        Routes.HasWayOut(subnet),
                        "route: got one for 0.0.0.0/0 or ::/0, want none where databases and caches lie",
                        "where its routes lead"
                    ),
            },
            new("vpc-nat-zone", Grade.Medium, Routes.Subnet, "A subnet leaves through a NAT gateway in its own zone")
            {
                Reason =
                    "When the zone of the only NAT gateway fails, the other zones lose the internet with it; traffic across zones is paid for too.",
                Fix =
                    "Make a NAT gateway for each zone and route each private subnet to its own. A NAT gateway costs about 45 USD a month.",
                When = subnet => NatsOf(subnet).Any(),
                Check = subnet => Verdict.All(NatsOf(subnet).Select(nat => IsInZoneOf(subnet, nat))),
            },
        ];

    private static Verdict IsPrivate(Resource subnet) =>
        Judgement.Unless(
            Routes.IsPublic(subnet),
            "route: got one to an internet gateway, want none where workloads lie",
            "where its routes lead"
        );

    private static IEnumerable<Resource> NatsOf(Resource subnet) =>
        Routes
            .Of(subnet)
            .SelectMany(route => route["natGatewayId"].Text is { } nat ? subnet.Stack.References.In(nat) : [])
            .Where(target => target.Type == Routes.Nat);

    private static Verdict IsInZoneOf(Resource subnet, Resource nat)
    {
        var own = ZoneChecks.ZoneOf(subnet);
        var zones = nat.Referred("subnetId", Routes.Subnet).Select(ZoneChecks.ZoneOf).ToList();
        return own is null || zones.Count == 0 || zones.Contains(null)
            ? Verdict.CannotKnow($"the zone of {nat.Name} is not known in this stack")
            : Verdict.Of(zones.Contains(own), $"natGatewayId: got {nat.Name} in {zones[0]}, want one in {own}");
    }
}
