using Infra.Network;
using Infra.Observability;
using Infra.Settings;

namespace Infra.Systems;

/// <summary>What a stack of neuraknot hands out, to people, to <c>infra user</c> and to whoever builds the services. Nothing secret.</summary>
internal static class NeuraknotOutputs
{
    /// <summary>The outputs.</summary>
    public static IDictionary<string, object?> Of(StackContext context, Neuraknot system)
    {
        var network = system.Network;
        return new Dictionary<string, object?>
        {
            ["accountId"] = context.AccountId,
            ["region"] = context.Region,
            ["url"] = system.Edge.Url,
            ["albDnsName"] = system.Edge.DnsName,
            ["userPoolId"] = system.Users.PoolId,
            ["userPoolClientId"] = system.Users.ClientIds[NeuraknotArgs.WebClient],
            ["userPoolDomain"] = system.Users.DomainHost,
            ["issuer"] = system.Users.Issuer,
            ["cluster"] = system.Cluster.ClusterName,
            ["services"] = system.Services.ToDictionary(
                service => service.Key,
                service => (object?)service.Value.Running?.ServiceName
            ),
            ["repositories"] = system.Services.ToDictionary(service => service.Key, service => (object?)service.Value.Images.Url),
            ["logGroups"] = system.Services.ToDictionary(
                service => service.Key,
                service => (object?)service.Value.Output.GroupName
            ),
            ["addresses"] = system.Mesh?.Addresses.ToDictionary(entry => entry.Key, entry => (object?)entry.Value),
            ["databaseIdentifier"] = system.Database.Identifier,
            ["databaseEndpoint"] = system.Database.Address,
            ["databaseSecretArn"] = system.Credentials.Arn,
            ["oauthSecretArn"] = system.OAuth.Arn,
            ["mailRecords"] = system.Mail?.Records.Apply(records => records.ToArray()),
            ["dashboardUrl"] = system.Operations.DashboardUrl,
            ["alarmTopicArn"] = system.Operations.Topics.Arns[AlertSeverity.Critical],
            ["vpcId"] = network.VpcId,
            ["subnetIds"] = network.SubnetIds.ToDictionary(tier => tier.Key.Key(), tier => (object?)tier.Value.ToList()),
            ["securityGroupIds"] = network.SecurityGroupIds.ToDictionary(group => group.Key, group => (object?)group.Value),
            ["keyArn"] = system.Key.Arn,
        };
    }
}
