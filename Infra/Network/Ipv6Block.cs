using System.Net;

namespace Infra.Network;

/// <summary>Cuts the IPv6 block that AWS gives a VPC.</summary>
internal static class Ipv6Block
{
    // AWS gives a VPC a /56 and takes a /64 for a subnet: the byte between them counts the subnets.
    private const int SubnetByte = 7;

    /// <summary>The block of a subnet.</summary>
    /// <param name="vpcBlock">A /56, for example <c>2406:da14:1:ab00::/56</c>.</param>
    /// <param name="index">0 to 255.</param>
    public static string Subnet(string vpcBlock, byte index)
    {
        var bytes = IPAddress.Parse(vpcBlock.Split('/')[0]).GetAddressBytes();
        bytes[SubnetByte] = index;
        return $"{new IPAddress(bytes)}/64";
    }
}
