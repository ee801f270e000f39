using Infra.Network;
using Infra.Observability;
using Infra.Settings;

namespace Infra.Systems;

/// <summary>What a stack of finsight hands out, to people and to whoever builds functions and pages. Nothing secret.</summary>
internal static class FinsightOutputs
{
    /// <summary>The outputs.</summary>
    public static IDictionary<string, object?> Of(StackContext context, Finsight system)
    {
        var network = system.Network;
        return new Dictionary<string, object?>
        {
            ["accountId"] = context.AccountId,
            ["region"] = context.Region,
            ["apiUrl"] = system.Front.Cdn.Url,
            ["cdnDomainName"] = system.Front.Cdn.DomainName,
            ["cdnDistributionId"] = system.Front.Cdn.Id,
            ["functions"] = system.Lambda.Functions.ToDictionary(of => of.Key, of => (object?)of.Value.FunctionName),
            ["authorizerFunction"] = system.Lambda.Authorizer?.FunctionName,
            ["databaseIdentifier"] = system.Database.Identifier,
            ["databaseEndpoint"] = system.Database.Address,
            ["databaseSecretArn"] = system.Credentials.Arn,
            ["proxyEndpoint"] = system.Proxy?.Endpoint,
            ["auth0SecretArn"] = system.Auth0.Arn,
            ["apiKeysSecretArn"] = system.ApiKeys.Arn,
            ["mailRecords"] = system.Mail?.Identity.Records.Apply(records => records.ToArray()),
            ["siteAppId"] = system.Site?.AppId,
            ["siteUrls"] = system.Site?.Urls.ToDictionary(url => url.Key, url => (object?)url.Value),
            ["siteRecords"] = system.Site?.Records.Apply(records => records.ToArray()),
            ["dashboardUrl"] = system.Operations.DashboardUrl,
            ["alarmTopicArn"] = system.Operations.Topics.Arns[AlertSeverity.Critical],
            ["vpcId"] = network.VpcId,
            ["subnetIds"] = network.SubnetIds.ToDictionary(tier => tier.Key.Key(), tier => (object?)tier.Value.ToList()),
            ["securityGroupIds"] = network.SecurityGroupIds.ToDictionary(group => group.Key, group => (object?)group.Value),
            ["keyArn"] = system.Key.Arn,
        };
    }
}
