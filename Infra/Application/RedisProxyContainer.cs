using System.Collections.Immutable;
using Infra.Cache;
using Infra.Compute;
using Pulumi;

namespace Infra.Application;

/// <summary>The container that speaks TLS to the cache for an application that cannot.</summary>
internal static class RedisProxyContainer
{
    /// <summary>The container.</summary>
    /// <param name="image">The image of the proxy.</param>
    /// <param name="endpoint">The host name of the cache's primary.</param>
    /// <param name="tokenSecretArn">The secret with the token of the cache.</param>
    public static Container Of(string image, Input<string> endpoint, Input<string> tokenSecretArn) =>
        new()
        {
            Name = RedisTlsProxy.Name,
            Image = image,
            MemoryMiB = RedisTlsProxy.MemoryMiB,
            User = RedisTlsProxy.User,
            EntryPoint = RedisTlsProxy.EntryPoint,
            Command = RedisTlsProxy.Command,
            Environment = RedisTlsProxy
                .Environment.ToImmutableSortedDictionary(
                    pair => pair.Key,
                    pair => (Input<string>)pair.Value,
                    StringComparer.Ordinal
                )
                .Add(RedisTlsProxy.EndpointVariable, endpoint),
            Secrets = ImmutableSortedDictionary
                .Create<string, SecretKey>(StringComparer.Ordinal)
                .Add(RedisTlsProxy.TokenVariable, new(tokenSecretArn, "auth_token")),
            HealthCheck = new()
            {
                Command = RedisTlsProxy.HealthCommand,
                IntervalSeconds = RedisTlsProxy.HealthIntervalSeconds,
                TimeoutSeconds = RedisTlsProxy.HealthTimeoutSeconds,
                Retries = RedisTlsProxy.HealthRetries,
                StartPeriodSeconds = RedisTlsProxy.HealthStartSeconds,
            },
            MemoryMounts = [new(RedisTlsProxy.WritableFolder, ScratchMiB)],
        };

    // Its configuration is a few kilobytes.
    private const int ScratchMiB = 16;
}
