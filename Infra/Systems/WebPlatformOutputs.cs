using Infra.Network;
using Infra.Observability;
using Infra.Settings;
using Infra.Settings.Compute;

namespace Infra.Systems;

/// <summary>What a stack of web-platform hands out, to people, to tools that deploy, and to other stacks. Nothing secret.</summary>
internal static class WebPlatformOutputs
{
    /// <summary>The outputs. Those with underscores have the names that the source's scripts ask for.</summary>
    public static IDictionary<string, object?> Of(StackContext context, WebPlatform system)
    {
        var network = system.Network;
        return new Dictionary<string, object?>
        {
            ["accountId"] = context.AccountId,
            ["region"] = context.Region,
            ["url"] = system.Front.Cdn.Url,
            ["cdnDomainName"] = system.Front.Cdn.DomainName,
            ["cdnDistributionId"] = system.Front.Cdn.Id,
            ["albDnsName"] = system.Edge.DnsName,
            ["cognito_user_pool_id"] = system.Users.PoolId,
            ["cognito_frontend_client_id"] = system.Users.ClientIds[WebPlatformArgs.WebClient],
            ["cognito_m2m_client_id"] = system.Users.ClientIds[WebPlatformArgs.MachineClient],
            ["cognito_user_pool_domain"] = system.Users.DomainHost,
            ["cognitoIssuer"] = system.Users.Issuer,
            ["ecr_repository_url"] = system.Images.Url,
            ["cluster"] = system.Cluster.ClusterName,
            ["service"] = system.Service?.ServiceName,
            ["parameterPath"] = system.Parameters.Root,
            ["deploy"] = Deploy(system),
            ["dashboardUrl"] = system.Operations.DashboardUrl,
            ["alarmTopicArn"] = system.Operations.Topics.Arns[AlertSeverity.Critical],
            ["databaseEndpoint"] = system.Database?.Instance.Address,
            ["vpcId"] = network.VpcId,
            ["subnetIds"] = network.SubnetIds.ToDictionary(tier => tier.Key.Key(), tier => (object?)tier.Value.ToList()),
            ["securityGroupIds"] = network.SecurityGroupIds.ToDictionary(group => group.Key, group => (object?)group.Value),
            ["keyArn"] = system.Key.Arn,
        };
    }

    // All that ecspresso, CodeDeploy or a script must be told to bring a new version.
    private static Dictionary<string, object?>? Deploy(WebPlatform system) =>
        system.Service is not { } service
            ? null
            : new()
            {
                ["taskFamily"] = service.TaskFamily,
                ["taskDefinition"] = service.TaskDefinitionArn,
                ["taskRoleArns"] = service.TaskRoleArns.ToList(),
                ["container"] = PlatformServiceSettings.ContainerName,
                ["capacityProvider"] = system.Cluster.Capacity.Provider,
                ["targetGroupArn"] = system.Edge.TargetGroupArn,
                ["listenerArn"] = system.Edge.ListenerArn,
                ["codeDeployApplication"] = system.Deployments?.ApplicationName,
                ["codeDeployGroup"] = system.Deployments?.GroupName,
                ["appSpec"] = system.Deployments?.AppSpec,
            };
}
