using Infra.Network;
using Infra.Observability;
using Infra.Settings;
using Infra.Settings.Data;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;

namespace Infra.Systems;

/// <summary>What a stack of idp-server hands out, to people, to <c>infra db</c> and to other stacks. Nothing secret.</summary>
internal static class IdpServerOutputs
{
    /// <summary>The outputs.</summary>
    public static IDictionary<string, object?> Of(StackContext context, IdpServer system)
    {
        var network = system.Network;
        return new Dictionary<string, object?>
        {
            ["accountId"] = context.AccountId,
            ["region"] = context.Region,
            ["url"] = system.Edge.Url,
            ["albName"] = system.Edge.Name,
            ["albDnsName"] = system.Edge.DnsName,
            ["cluster"] = system.Cluster.ClusterName,
            ["service"] = system.Service?.ServiceName,
            ["taskDefinition"] = system.Service?.TaskDefinitionArn,
            ["repositories"] = new Dictionary<string, object?>
            {
                ["application"] = system.Images.Application.Url,
                ["migration"] = system.Images.Migration.Url,
                ["database"] = system.Images.Database.Url,
            },
            ["databaseJobs"] = system.Jobs.Jobs.ToDictionary(job => job.Key, job => (object?)job.Value.ToOutput()),
            ["jobNetwork"] = new Dictionary<string, object?>
            {
                ["subnetIds"] = network.SubnetIds[SubnetTier.App].ToList(),
                ["securityGroupIds"] = new List<object?> { network.SecurityGroupIds[SecurityRole.Jobs] },
                ["assignPublicIp"] = false,
            },
            ["databaseEndpoints"] = new Dictionary<string, object?>
            {
                ["writer"] = system.Database.Address,
                ["readers"] = system.Database.ReplicaAddresses.ToList(),
            },
            ["redisEndpoint"] = system.Cache.PrimaryEndpoint,
            ["secretArns"] = system.Secrets.Arns.ToDictionary(secret => secret.Key, secret => (object?)secret.Value),
            ["dashboardUrl"] = system.Operations.DashboardUrl,
            ["alarmTopicArn"] = system.Operations.Topics.Arns[AlertSeverity.Critical],
            ["vpcId"] = network.VpcId,
            ["subnetIds"] = network.SubnetIds.ToDictionary(tier => tier.Key.Key(), tier => (object?)tier.Value.ToList()),
            ["securityGroupIds"] = network.SecurityGroupIds.ToDictionary(group => group.Key, group => (object?)group.Value),
            ["keyArn"] = system.Key.Arn,
        };
    }
}
