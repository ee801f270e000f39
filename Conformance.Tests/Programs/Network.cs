using System.Text.Json;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Kms;
using Pulumi.Aws.LB;
using Pulumi.Aws.S3;

namespace Conformance.Tests.Programs;

internal static class Network
{
    public static Task<int> RunAsync() => Deployment.RunAsync(Define);

    private static Dictionary<string, object?> Define()
    {
        var network = new Area("main", "10.0.0.0/16");
        var group = new SecurityGroup(
            "web",
            new()
            {
                VpcId = network.Vpc.Id,
                Ingress =
                {
                    new SecurityGroupIngressArgs
                    {
                        Protocol = "tcp",
                        FromPort = 443,
                        ToPort = 443,
                        CidrBlocks = { "0.0.0.0/0" },
                    },
                    new SecurityGroupIngressArgs
                    {
                        Protocol = "tcp",
                        FromPort = 8080,
                        ToPort = 8080,
                        CidrBlocks = { network.Vpc.CidrBlock },
                        Self = true,
                    },
                },
            }
        );
        new LoadBalancer(
            "web",
            new()
            {
                SecurityGroups = { group.Id },
                Subnets = network.Subnets.Select(subnet => subnet.Id).ToList(),
                LoadBalancerType = "application",
            }
        );
        var empty = new Dictionary<string, object> { ["Version"] = "2012-10-17", ["Statement"] = Array.Empty<object>() };
        var key = new Key("key", new() { EnableKeyRotation = true, Policy = JsonSerializer.Serialize(empty) });
        new Bucket(
            "bucket",
            new()
            {
                BucketName = "conformance-bucket",
                ForceDestroy = false,
                Tags = { ["key"] = key.Arn },
            }
        );
        new Role("role", new() { AssumeRolePolicy = AssumedByTasks });
        return new() { ["subnetIds"] = network.Subnets.Select(subnet => subnet.Id).ToList() };
    }

    private const string AssumedByTasks =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ecs-tasks.amazonaws.com"}}]}""";

    private sealed class Area : ComponentResource
    {
        public Vpc Vpc { get; }

        public IReadOnlyList<Subnet> Subnets { get; }

        public Area(string name, string cidr)
            : base("conf:index:Network", name)
        {
            var child = new CustomResourceOptions { Parent = this };
            var arguments = new VpcArgs
            {
                CidrBlock = cidr,
                EnableDnsHostnames = true,
                Tags = { ["Name"] = name },
            };
            Vpc = new Vpc($"{name}-vpc", arguments, child);
            var gateway = new InternetGateway($"{name}-igw", new() { VpcId = Vpc.Id }, child);
            Subnets = [Subnet(name, "a", 0), Subnet(name, "b", 1)];
            var route = new RouteTableRouteArgs { CidrBlock = "0.0.0.0/0", GatewayId = gateway.Id };
            new RouteTable($"{name}-rt", new() { VpcId = Vpc.Id, Routes = { route } }, child);
            var subnetIds = Subnets.Select(subnet => subnet.Id).ToList();
            RegisterOutputs(new Dictionary<string, object?> { ["vpcId"] = Vpc.Id, ["subnetIds"] = subnetIds });
        }

        private Subnet Subnet(string name, string zone, int number) =>
            new(
                $"{name}-{zone}",
                new()
                {
                    VpcId = Vpc.Id,
                    CidrBlock = $"10.0.{number}.0/24",
                    AvailabilityZone = $"eu-west-1{zone}",
                },
                new() { Parent = this }
            );
    }
}
