using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.ServiceDiscovery;
using Pulumi.Aws.ServiceDiscovery.Inputs;
using DiscoveryService = Pulumi.Aws.ServiceDiscovery.Service;

namespace Infra.Compute;

/// <summary>
/// How services find each other under private names. Security groups must let the caller's tasks reach the port; ECS itself registers tasks
/// in its service-linked role, so tasks need no rights for it.
/// </summary>
internal sealed class ServiceMesh : ComponentResource
{
    // Seconds for which a caller may keep the address of a task that is gone.
    private const int TtlSeconds = 10;

    private readonly string _name;
    private readonly ServiceMeshArgs _args;
    private readonly ImmutableSortedDictionary<string, Output<string>> _registries;

    /// <summary>The ARN of the namespace.</summary>
    [Output("namespaceArn")]
    public Output<string> NamespaceArn { get; }

    /// <summary>Where each service that is called is found, host and port, known before anything is deployed.</summary>
    public ImmutableSortedDictionary<string, string> Addresses =>
        _args.Ports.ToImmutableSortedDictionary(entry => entry.Key, entry => _args.AddressOf(entry.Key), StringComparer.Ordinal);

    /// <summary>Makes the namespace, and what its mode needs for each service in it.</summary>
    public ServiceMesh(string name, ServiceMeshArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:ServiceMesh", name, options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = (name, args);
        if (args.Mode == DiscoveryMode.CloudMap)
        {
            var zone = Zone();
            NamespaceArn = zone.Arn;
            _registries = args.Ports.Keys.ToImmutableSortedDictionary(
                service => service,
                service => Registry(service, zone).Arn,
                StringComparer.Ordinal
            );
        }
        else
        {
            NamespaceArn = Group().Arn;
            _registries = ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal);
        }
        RegisterOutputs(new Dictionary<string, object?> { ["namespaceArn"] = NamespaceArn });
    }

    /// <summary>A service that takes part: it is found where it is called, and in Service Connect may call others.</summary>
    /// <param name="service">Its name.</param>
    /// <param name="args">The service without the mesh.</param>
    /// <param name="application">What the application needs for itself, without a proxy.</param>
    public FargateServiceArgs Join(string service, FargateServiceArgs args, FargateSize application) =>
        _args.Mode == DiscoveryMode.CloudMap
            ? _registries.TryGetValue(service, out var registry)
                ? args with
                {
                    RegistryArn = registry,
                }
                : args
            : args with
            {
                Connection = new()
                {
                    NamespaceArn = NamespaceArn,
                    Application = application,
                    Address = _args.Ports.TryGetValue(service, out var port) ? new(service, _args.HostOf(service), port) : null,
                },
            };

    private PrivateDnsNamespace Zone() =>
        new(
            $"{_name}-namespace",
            new()
            {
                Name = _args.NamespaceName,
                Vpc = _args.VpcId,
                Description = $"Services of {_args.Context.Label.Prefix}",
                Tags = _args.Context.Label.NameTag("namespace"),
            },
            new() { Parent = this }
        );

    // Not called like the zone: a stack that changes its mode has both for a while. Callers know hosts by their aliases only.
    private HttpNamespace Group() =>
        new(
            $"{_name}-http-namespace",
            new()
            {
                Name = _args.Context.Label.SmallPrefix,
                Description = $"Services of {_args.Context.Label.Prefix}",
                Tags = _args.Context.Label.NameTag("namespace"),
            },
            new() { Parent = this }
        );

    private DiscoveryService Registry(string service, PrivateDnsNamespace zone) =>
        new(
            $"{_name}-{service}-registry",
            new()
            {
                Name = service,
                DnsConfig = new ServiceDnsConfigArgs
                {
                    NamespaceId = zone.Id,
                    RoutingPolicy = "MULTIVALUE",
                    DnsRecords = [new ServiceDnsConfigDnsRecordArgs { Type = "A", Ttl = TtlSeconds }],
                },
                HealthCheckCustomConfig = ToldByEcs(),
                // ECS takes its tasks out when a service ends; what it leaves behind must not keep the name from being deleted.
                ForceDestroy = true,
                Tags = _args.Context.Label.NameTag($"{service}-registry"),
            },
            new() { Parent = this }
        );

    // AWS takes no other threshold than 1 and calls it deprecated. Without it, though, the provider sends no block at all: ECS could not say
    // which task is healthy, and each deployment would replace the registry (hashicorp/terraform-provider-aws, issue 44285).
#pragma warning disable CS0618
    private static ServiceHealthCheckCustomConfigArgs ToldByEcs() => new() { FailureThreshold = 1 };
#pragma warning restore CS0618
}
