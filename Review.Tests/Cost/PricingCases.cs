namespace Review.Tests.Cost;

/// <summary>Every rule with a small stack. Amounts are added up by hand, from the quantity and the price in the line.</summary>
internal static partial class PricingCases
{
    public static IEnumerable<PricingCase> All => [.. Network, .. Compute, .. Data, .. Security, .. Operations, .. Edge];

    private static readonly PricingCase[] Network =
    [
        new(
            "NAT",
            "aws:ec2/natGateway:NatGateway nat {}",
            "natGbPerMonth: 10",
            "nat nat 730 45.26",
            "nat nat-data 10 0.62 usage"
        ),
        new("address", "aws:ec2/eip:Eip eip {}", "", "eip public-ipv4 730 3.65"),
        new(
            "interface endpoints share the data",
            """
            aws:ec2/vpcEndpoint:VpcEndpoint a {"vpcEndpointType": "Interface", "subnetIds": ["x"]}
            aws:ec2/vpcEndpoint:VpcEndpoint b {"vpcEndpointType": "Interface", "subnetIds": ["x", "y", "z"]}
            aws:ec2/vpcEndpoint:VpcEndpoint s3 {"vpcEndpointType": "Gateway"}
            """,
            "endpointGbPerMonth: 50",
            "a endpoint 730 10.22",
            "a endpoint-data 25 0.25 usage",
            "b endpoint 2190 30.66",
            "b endpoint-data 25 0.25 usage"
        ),
        new(
            "endpoint in unknown subnets",
            """aws:ec2/vpcEndpoint:VpcEndpoint a {"vpcEndpointType": "Interface", "subnetIds": "?"}""",
            "",
            "a ! subnetIds: subnetIds is known only after the deployment"
        ),
        new(
            "load balancer endpoint",
            """aws:ec2/vpcEndpoint:VpcEndpoint a {"vpcEndpointType": "GatewayLoadBalancer"}""",
            "",
            "a ! all of it: there is no rule for endpoints of type GatewayLoadBalancer"
        ),
        new("data between zones", "aws:ec2/vpc:Vpc vpc {}", "crossZoneGbPerMonth: 50", "vpc data-zones 100 1.00 usage"),
        new("flow log to a group", "aws:ec2/flowLog:FlowLog log {}", ""),
        new(
            "flow log to a bucket",
            """aws:ec2/flowLog:FlowLog log {"logDestinationType": "s3"}""",
            "",
            "log ! delivery: the price book has no delivery of flow logs to S3 or Firehose"
        ),
        new(
            "load balancer inside",
            """aws:lb/loadBalancer:LoadBalancer lb {"internal": true, "loadBalancerType": "network"}""",
            "loadBalancerLcus: 2",
            "lb nlb 730 17.739",
            "lb nlb-lcu 1460 8.76 usage"
        ),
        new(
            "load balancer outside",
            """aws:lb/loadBalancer:LoadBalancer lb {"subnets": ["a", "b", "c"]}""",
            "{ loadBalancerLcus: 1, internetGbPerMonth: 10 }",
            "lb alb 730 17.739",
            "lb alb-lcu 730 5.84 usage",
            "lb public-ipv4 2190 10.95",
            "lb data-out 10 1.14 usage"
        ),
        new(
            "load balancer behind a distribution",
            """
            aws:lb/loadBalancer:LoadBalancer lb {"subnets": ["a"]}
            aws:route53/record:Record record {"name": "origin.app.test", "aliases": [{"name": "@lb.dnsName"}]}
            aws:cloudfront/distribution:Distribution cdn {"origins": [{"domainName": "origin.app.test"}]}
            """,
            "{ loadBalancerLcus: 0, requestsPerMonth: 10000, cdnGbPerMonth: 1, cdnOriginGbPerMonth: 1, internetGbPerMonth: 10 }",
            "cdn cloudfront-out 1 0.114 usage",
            "cdn cloudfront-https 10000 0.012 usage",
            "cdn cloudfront-origin 1 0.06 usage",
            "lb alb 730 17.739",
            "lb public-ipv4 730 3.65"
        ),
        new(
            "gateway load balancer",
            """aws:lb/loadBalancer:LoadBalancer lb {"loadBalancerType": "gateway"}""",
            "",
            "lb ! all of it: there is no rule for load balancers of type gateway"
        ),
    ];
}
