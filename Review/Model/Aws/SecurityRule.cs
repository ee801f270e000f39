using System.Globalization;

namespace Review.Model.Aws;

/// <summary>One permission of a security group, however the program wrote it. Each question answers nothing where the plan does not know.</summary>
/// <param name="Where">The resource or the property that holds it, as a message names it.</param>
/// <param name="Inbound">Whether it lets traffic in; else out.</param>
/// <param name="Protocol">A protocol's name or number; <c>-1</c> for all.</param>
/// <param name="From">The first port.</param>
/// <param name="To">The last port.</param>
/// <param name="Networks">IPv4 and IPv6 networks at the other end.</param>
/// <param name="Groups">Security groups at the other end.</param>
/// <param name="PrefixLists">Prefix lists at the other end.</param>
/// <param name="Self">Whether the group itself is at the other end.</param>
/// <param name="Description">What it is for.</param>
internal sealed record SecurityRule(
    string Where,
    bool Inbound,
    Value Protocol,
    Value From,
    Value To,
    IReadOnlyList<Value> Networks,
    IReadOnlyList<Value> Groups,
    IReadOnlyList<Value> PrefixLists,
    Value Self,
    Value Description
)
{
    /// <summary>Whether anybody on the internet is at the other end.</summary>
    public bool? IsWorld
    {
        get
        {
            bool? any = false;
            foreach (var network in Networks)
                any |= network.IsUnknown ? null : IsTheInternet(network.Text);
            return any;
        }
    }

    /// <summary>Whether the other end is named by groups and prefix lists only.</summary>
    public bool? IsNamed =>
        Networks.Count == 0 ? true
        : Networks.Any(network => !network.IsUnknown) ? false
        : null;

    /// <summary>Whether nothing is said about the other end.</summary>
    public bool HasNoPeer =>
        Networks.Count == 0 && Groups.Count == 0 && PrefixLists.Count == 0 && !Self.IsUnknown && Self.Bool != true;

    /// <summary>Whether it is about all protocols.</summary>
    public bool? IsAllProtocols => Protocol.IsUnknown ? null : Protocol.Text is null or "-1" or "all";

    /// <summary>Whether it lets a TCP or UDP port through.</summary>
    public bool? Admits(int port) =>
        IsAllProtocols is not false ? IsAllProtocols
        : !HasPorts ? false
        : From.IsUnknown || To.IsUnknown ? null
        : Whole || From.Number <= port && port <= To.Number;

    /// <summary>Whether it lets only these TCP ports through. ICMP has none.</summary>
    public bool? AdmitsOnly(params int[] ports) =>
        IsAllProtocols is not false ? !IsAllProtocols
        : !HasPorts ? true
        : From.IsUnknown || To.IsUnknown ? null
        : IsTcp && !Whole && From.Number is { } first && first == To.Number && Array.IndexOf(ports, (int)first) >= 0;

    /// <summary>Whether it lets more than so many ports through. Protocols without ports have none.</summary>
    public bool? IsWiderThan(int ports) =>
        IsAllProtocols is not false ? IsAllProtocols
        : !HasPorts ? false
        : From.IsUnknown || To.IsUnknown ? null
        : Whole || To.Number - From.Number + 1 > ports;

    /// <summary>The ports as a message writes them.</summary>
    public string PortText =>
        IsAllProtocols == true ? "every protocol"
        : Whole ? $"every port of {Protocol.Text}"
        : From.Text == To.Text ? $"{Protocol.Text} {From.Text}"
        : $"{Protocol.Text} {From.Text}-{To.Text}";

    /// <summary>The networks as a message writes them.</summary>
    public string NetworkText => string.Join(", ", Networks.Select(network => network.Text));

    /// <summary>Whether TCP is among what it lets through.</summary>
    public bool IsTcp => IsAllProtocols == true || Protocol.Text is "tcp" or "6";

    // Without ports a rule of TCP or UDP is about all of them, and so is one from -1.
    private bool Whole => HasPorts && (From.IsMissing || From.Number < 0);

    private bool HasPorts => Protocol.Text is "tcp" or "udp" or "6" or "17";

    // A network that nobody owns as a whole is the internet, also when it is written in two halves.
    private static bool IsTheInternet(string? network)
    {
        var slash = network?.LastIndexOf('/') ?? -1;
        return slash > 0
            && int.TryParse(network.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits < (network!.Contains(':', StringComparison.Ordinal) ? SmallestPublicIpv6 : SmallestPrivateIpv4);
    }

    // 10.0.0.0/8 is the largest private network of IPv4; registries give IPv6 out in blocks of /12 and less.
    private const int SmallestPrivateIpv4 = 8;
    private const int SmallestPublicIpv6 = 12;
}
