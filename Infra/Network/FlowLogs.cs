using Infra.Policies;
using Infra.Security;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Ec2;

namespace Infra.Network;

/// <summary>A record of every connection in the VPC, encrypted, written by a role that can do nothing else.</summary>
internal sealed class FlowLogs : ComponentResource
{
    private const string Purpose = "flow-logs";

    internal FlowLogs(string name, IdpNetworkArgs args, Vpc vpc, ComponentResourceOptions options)
        : base("idp:network:FlowLogs", name, options)
    {
        var context = args.Context;
        var child = new CustomResourceOptions { Parent = this };
        var groupName = context.Label.LogGroup("vpc", Purpose);

        var group = new LogGroup(
            $"{name}-flow-logs",
            new()
            {
                Name = groupName,
                RetentionInDays = args.FlowLogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = context.Label.NameTag(Purpose),
            },
            child
        );
        var role = new ServiceRole(
            $"{name}-flow-logs-role",
            new()
            {
                Context = context,
                Role = Purpose,
                Description = "Writes the flow logs of the VPC",
                Service = "vpc-flow-logs.amazonaws.com",
                SourceArn = context.Arn("ec2", "vpc-flow-log/*"),
                Policy = WriteOnly(context.Arn("logs", $"log-group:{groupName}")),
            },
            this
        );
        _ = new FlowLog(
            $"{name}-flow-log",
            new()
            {
                VpcId = vpc.Id,
                TrafficType = "ALL",
                MaxAggregationInterval = args.FlowLogAggregationSeconds,
                LogDestinationType = "cloud-watch-logs",
                LogDestination = group.Arn,
                IamRoleArn = role.Arn,
                Tags = context.Label.NameTag("flow-log"),
            },
            child
        );
        RegisterOutputs();
    }

    // The group is made here, so the role need not make any.
    private static string WriteOnly(string groupArn) =>
        PolicyDocument.Of(
            new Statement("WriteRecords")
            {
                Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
                Resources = [groupArn, $"{groupArn}:*"],
            }
        );
}
