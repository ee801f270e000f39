using Pulumi;
using Pulumi.Aws.Ec2;

namespace Infra.Network;

/// <summary>
/// Ways to AWS services that do not cross the internet: to S3 for every private subnet, free of charge, and to those chosen from the tasks'
/// subnets, which are billed by the hour and zone.
/// </summary>
internal sealed class VpcEndpoints : ComponentResource
{
    internal VpcEndpoints(
        string name,
        IdpNetworkArgs args,
        Vpc vpc,
        TierSubnets subnets,
        TierRoutes routes,
        SecurityGroups groups,
        ComponentResourceOptions options
    )
        : base("idp:network:VpcEndpoints", name, options)
    {
        var label = args.Context.Label;
        var child = new CustomResourceOptions { Parent = this };
        string Service(string word) => $"com.amazonaws.{args.Context.Region}.{word}";

        _ = new VpcEndpoint(
            $"{name}-s3-endpoint",
            new()
            {
                VpcId = vpc.Id,
                ServiceName = Service("s3"),
                VpcEndpointType = "Gateway",
                RouteTableIds = routes.PrivateTableIds,
                Tags = label.NameTag("s3-endpoint"),
            },
            child
        );
        foreach (var service in args.InterfaceEndpoints)
        {
            var role = $"{service.Replace('.', '-')}-endpoint";
            _ = new VpcEndpoint(
                $"{name}-{role}",
                new()
                {
                    VpcId = vpc.Id,
                    ServiceName = Service(service),
                    VpcEndpointType = "Interface",
                    PrivateDnsEnabled = true,
                    SubnetIds = subnets.Ids[SubnetTier.App],
                    SecurityGroupIds = groups.Ids[SecurityRole.Endpoints],
                    Tags = label.NameTag(role),
                },
                child
            );
        }
        RegisterOutputs();
    }
}
