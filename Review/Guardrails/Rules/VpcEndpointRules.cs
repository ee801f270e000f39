using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>VPC endpoints: the private way to AWS's services.</summary>
internal sealed class VpcEndpointRules : GuardrailTable
{
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("vpc-endpoint-zones", Grade.Medium, Endpoint, "Interface endpoints lie in two Availability Zones or more")
            {
                Reason = "When the only zone fails, tasks in the others can fetch neither image nor secret, and none starts.",
                Fix = "Set subnetIds to one subnet of each zone. Each costs about 10 USD a month.",
                When = IsInterface,
                FollowsReferences = true,
                Check = endpoint => endpoint.SpansZones("subnetIds"),
            },
            new("vpc-endpoint-dns", Grade.Medium, Endpoint, "Interface endpoints answer to the service's usual name")
            {
                Reason = "Without private DNS the SDKs go on using the public address: the endpoint is paid for and not used.",
                Fix = "Set privateDnsEnabled: true; the VPC needs enableDnsHostnames and enableDnsSupport.",
                When = IsInterface,
                Check = endpoint => endpoint.Is("privateDnsEnabled", true),
            },
            new("vpc-endpoint-group", Grade.Medium, Endpoint, "Interface endpoints have a security group of their own")
            {
                Reason =
                    "AWS puts the VPC's default group on them else, and a workload's group lets in what the endpoint should not get.",
                Fix = "Set securityGroupIds to a group for endpoints alone that lets port 443 in from the groups that use them.",
                When = IsInterface,
                Check = endpoint =>
                    endpoint.IsSet("securityGroupIds", "a security group for endpoints")
                    & Verdict.All(
                        endpoint
                            .Referred("securityGroupIds", SecurityRules.Group)
                            .Select(group =>
                                Verdict.Of(
                                    SecurityRules.UsersOf(group).All(user => user.Type == Endpoint),
                                    $"securityGroupIds: got {group.Name}, which others have too, want a group for endpoints alone"
                                )
                            )
                    ),
            },
            new("vpc-endpoint-port", Grade.Medium, Endpoint, "Interface endpoints can be reached by HTTPS")
            {
                Reason = "With private DNS on, a group that lets nobody in takes the service away from the whole VPC.",
                Fix = "Add a permission for tcp 443 to the endpoint's security group, from the groups that use it.",
                When = endpoint => IsInterface(endpoint) && endpoint.Referred("securityGroupIds", SecurityRules.Group).Any(),
                Check = endpoint =>
                    Verdict.Any(
                        endpoint
                            .Referred("securityGroupIds", SecurityRules.Group)
                            .SelectMany(SecurityRules.Of)
                            .Where(rule => rule.Inbound)
                            .Select(rule =>
                                Judgement.Unless(
                                    !(rule.Admits(Https) & rule.IsTcp),
                                    $"securityGroupIds: got {rule.PortText}, want tcp 443",
                                    "what its group lets in"
                                )
                            ),
                        "securityGroupIds: got a group that lets nothing in, want tcp 443"
                    ),
            },
            new("vpc-endpoint-routes", Grade.Medium, Endpoint, "Gateway endpoints are in a route table")
            {
                Reason = "Without a route nothing uses the endpoint, and nothing says so.",
                Fix = "Set routeTableIds to the tables of the private subnets.",
                // AWS makes a Gateway endpoint where the type is left out.
                When = endpoint => endpoint["vpcEndpointType"].Text is null or "Gateway",
                Check = endpoint => endpoint.IsSet("routeTableIds", "the route tables of the private subnets"),
            },
        ];

    private const int Https = 443;

    private static bool IsInterface(Resource endpoint) => endpoint["vpcEndpointType"].Text == "Interface";
}
