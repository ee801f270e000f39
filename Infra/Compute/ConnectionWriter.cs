using Pulumi;
using Pulumi.Aws.Ecs.Inputs;

namespace Infra.Compute;

/// <summary>Writes a service's place in Service Connect as ECS takes it.</summary>
internal static class ConnectionWriter
{
    /// <summary>The configuration.</summary>
    /// <param name="connection">The place.</param>
    /// <param name="logGroup">Where the proxy writes: the service's own log, which the execution role may write to.</param>
    /// <param name="region">Its region.</param>
    public static ServiceServiceConnectConfigurationArgs Of(ServiceConnection connection, Input<string> logGroup, string region)
    {
        var configuration = new ServiceServiceConnectConfigurationArgs
        {
            Enabled = true,
            Namespace = connection.NamespaceArn,
            LogConfiguration = new ServiceServiceConnectConfigurationLogConfigurationArgs
            {
                LogDriver = "awslogs",
                Options = new InputMap<string>
                {
                    ["awslogs-group"] = logGroup,
                    ["awslogs-region"] = region,
                    ["awslogs-stream-prefix"] = ContainerLog.StreamPrefix,
                },
            },
        };
        if (connection.Address is { } address)
            configuration.Services =
            [
                new ServiceServiceConnectConfigurationServiceArgs
                {
                    PortName = ServiceConnection.PortName,
                    DiscoveryName = address.Service, // by default the port's name, which all services share
                    ClientAlias =
                    [
                        new ServiceServiceConnectConfigurationServiceClientAliasArgs
                        {
                            DnsName = address.Host,
                            Port = address.Port,
                        },
                    ],
                },
            ];
        return configuration;
    }
}
