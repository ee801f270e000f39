using System.Collections.Immutable;

namespace Infra.Settings.Network;

/// <summary>The blocks of each tier, one a zone.</summary>
internal sealed record SubnetSettings
{
    private const string Blocks = "IPv4 blocks, one a zone";

    [Setting("Load balancer and NAT gateways.", Form = Blocks)]
    public ImmutableArray<string> Public { get; init; } = ["10.0.1.0/24", "10.0.2.0/24"];

    [Setting("Tasks and interface endpoints.", Form = Blocks)]
    public ImmutableArray<string> App { get; init; } = ["10.0.10.0/24", "10.0.11.0/24"];

    [Setting(
        "Databases and caches; no way to the internet. Some systems have none by default: their databases live beside the tasks.",
        Form = Blocks
    )]
    public ImmutableArray<string> Db { get; init; } = ["10.0.20.0/24", "10.0.21.0/24"];
}
