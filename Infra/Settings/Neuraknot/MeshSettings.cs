using Infra.Compute;

namespace Infra.Settings.Neuraknot;

/// <summary>Settings of how services find each other.</summary>
internal sealed record MeshSettings
{
    [Setting(
        "cloud-map: by names in a private DNS zone. service-connect: through a proxy in each task, which retries and measures, and for which "
            + "AWS advises 256 CPU units and 64 MiB more a task."
    )]
    public DiscoveryMode By { get; init; } = DiscoveryMode.CloudMap;
}
