using System.Text.Json;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Ssm;

namespace Bench.Synthetic;

/// <summary>Ten resources, itself included, as small systems have them: a network, a firewall, a role, a log and parameters. bench/node/peer.js makes the same.</summary>
public sealed class Cell : ComponentResource
{
    /// <summary>How many resources one cell registers, itself included.</summary>
    public const int Resources = 10;

    private static readonly string AssumedByTasks = JsonSerializer.Serialize(
        new
        {
            Version = "2012-10-17",
            Statement = new[]
            {
                new
                {
                    Effect = "Allow",
                    Action = "sts:AssumeRole",
                    Principal = new { Service = "ecs-tasks.amazonaws.com" },
                },
            },
        }
    );

    /// <summary>Makes the cell.</summary>
    /// <param name="name">Its name and the start of its resources' names.</param>
    /// <param name="number">Its number, which its addresses are made of.</param>
    public Cell(string name, int number)
        : base("bench:index:Cell", name)
    {
        var child = new CustomResourceOptions { Parent = this };
        var tags = new InputMap<string>
        {
            ["Name"] = name,
            ["Environment"] = "bench",
            ["ManagedBy"] = "pulumi",
        };
        var block = $"10.{number % 250}";

        var vpc = new Vpc(
            $"{name}-vpc",
            new()
            {
                CidrBlock = $"{block}.0.0/16",
                EnableDnsHostnames = true,
                EnableDnsSupport = true,
                Tags = tags,
            },
            child
        );
        var subnets = new[] { "a", "b" }.Select((zone, index) => Subnet(name, vpc, block, zone, index, tags)).ToList();
        var group = SecurityGroup(name, vpc, tags);
        var log = new LogGroup($"{name}-log", new() { RetentionInDays = 30, Tags = tags }, child);
        var role = new Role($"{name}-role", new() { AssumeRolePolicy = AssumedByTasks, Tags = tags }, child);
        new RolePolicy($"{name}-policy", new() { Role = role.Id, Policy = log.Arn.Apply(Policy) }, child);
        var subnetIds = Output.All(subnets.Select(subnet => subnet.Id)).Apply(ids => string.Join(',', ids));
        Parameter($"{name}-subnets", subnetIds, tags);
        Parameter($"{name}-group", Output.Format($"{vpc.Id}/{group.Id}"), tags);
        RegisterOutputs(new Dictionary<string, object?> { ["vpcId"] = vpc.Id, ["logArn"] = log.Arn });
    }

    private Subnet Subnet(string name, Vpc vpc, string block, string zone, int index, InputMap<string> tags) =>
        new(
            $"{name}-{zone}",
            new()
            {
                VpcId = vpc.Id,
                CidrBlock = $"{block}.{index}.0/24",
                AvailabilityZone = $"eu-west-1{zone}",
                Tags = tags,
            },
            new() { Parent = this }
        );

    private SecurityGroup SecurityGroup(string name, Vpc vpc, InputMap<string> tags)
    {
        var https = new SecurityGroupIngressArgs
        {
            Protocol = "tcp",
            FromPort = 443,
            ToPort = 443,
            CidrBlocks = { vpc.CidrBlock },
        };
        var application = new SecurityGroupIngressArgs
        {
            Protocol = "tcp",
            FromPort = 8080,
            ToPort = 8080,
            Self = true,
        };
        var everywhere = new SecurityGroupEgressArgs
        {
            Protocol = "-1",
            FromPort = 0,
            ToPort = 0,
            CidrBlocks = { "0.0.0.0/0" },
        };
        return new(
            $"{name}-sg",
            new()
            {
                VpcId = vpc.Id,
                Ingress = { https, application },
                Egress = { everywhere },
                Tags = tags,
            },
            new() { Parent = this }
        );
    }

    private void Parameter(string name, Output<string> value, InputMap<string> tags) =>
        new Parameter(
            name,
            new()
            {
                Type = "String",
                Value = value,
                Tags = tags,
            },
            new() { Parent = this }
        );

    private static string Policy(string logArn) =>
        JsonSerializer.Serialize(
            new
            {
                Version = "2012-10-17",
                Statement = new[]
                {
                    new
                    {
                        Effect = "Allow",
                        Action = "logs:PutLogEvents",
                        Resource = logArn,
                    },
                },
            }
        );
}
