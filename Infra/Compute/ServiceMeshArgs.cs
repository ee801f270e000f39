using System.Collections.Immutable;
using Infra.Naming;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="ServiceMesh"/> needs.</summary>
internal sealed record ServiceMeshArgs
{
    private const int LongestHost = 253; // RFC 1035
    private const int LongestAlias = 127; // of Service Connect

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Where names are known; it must have DNS support and DNS host names.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>Who is called by others, and at which port.</summary>
    public required ImmutableSortedDictionary<string, int> Ports { get; init; }

    /// <summary>Default: by DNS. Service Connect's proxy would fill the smallest tasks.</summary>
    public DiscoveryMode Mode { get; init; } = DiscoveryMode.CloudMap;

    /// <summary>What all names end with. Default: the stack's prefix and <c>local</c>, as in <c>neuraknot-dev.local</c>.</summary>
    public string? Namespace { get; init; }

    /// <summary>The same, with the default.</summary>
    public string NamespaceName => Namespace ?? $"{Context.Label.SmallPrefix}.local";

    /// <summary>The host by which a service is called, known before anything is deployed; the same in both modes.</summary>
    public string HostOf(string service) => $"{service}.{NamespaceName}";

    /// <summary>The host and port: <c>python-ai.neuraknot-dev.local:8000</c>.</summary>
    public string AddressOf(string service) => $"{HostOf(service)}:{Ports[service]}";

    /// <summary>What DNS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (!HostName.IsSound(NamespaceName))
            yield return new(
                "namespace",
                NamespaceName,
                "small letters, digits, hyphens and a dot",
                "for example neuraknot-dev.local"
            );
        if (Ports.IsEmpty)
            yield return new("ports", Ports.Keys, "one service or more", "make no mesh where nobody is called");
        foreach (var (service, port) in Ports)
        {
            if (!HostName.IsLabel(service))
                yield return new(
                    $"ports.{service}",
                    service,
                    "small letters, digits and hyphens, 63 characters at most",
                    "its name is part of a host"
                );
            if (port is < 1 or > 65_535)
                yield return new($"ports.{service}", port, "1 to 65535", "it is the port of the container");
            if (HostOf(service).Length > LongestName)
                yield return new(
                    $"ports.{service}",
                    HostOf(service),
                    $"{LongestName} characters at most",
                    "take a shorter namespace"
                );
        }
    }

    private int LongestName => Mode == DiscoveryMode.CloudMap ? LongestHost : LongestAlias;
}
