namespace Infra.Network;

/// <summary>One subnet of a checked plan.</summary>
/// <param name="Tier">What may live in it.</param>
/// <param name="Zone">Its availability zone, for example <c>ap-northeast-1a</c>.</param>
/// <param name="Block">Its addresses.</param>
internal sealed record PlannedSubnet(SubnetTier Tier, string Zone, CidrBlock Block)
{
    /// <summary>The part of the zone that names use: <c>1a</c> of <c>ap-northeast-1a</c>.</summary>
    public string ZoneSuffix => Suffix(Zone);

    /// <summary>Its identity within the network, for example <c>private-app-1a</c>.</summary>
    public string Role => $"{Tier.Role()}-{ZoneSuffix}";

    /// <summary>What follows the last hyphen of a zone's name.</summary>
    public static string Suffix(string zone) => zone[(zone.LastIndexOf('-') + 1)..];
}
