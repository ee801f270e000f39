namespace Infra.Network;

/// <summary>One thing that one security group lets through.</summary>
/// <param name="Group">Whose group; see <see cref="SecurityRole"/>.</param>
/// <param name="IsIngress">Whether it lets in; otherwise it lets out.</param>
/// <param name="Peer">The role on the other side, or a block of addresses.</param>
/// <param name="Port">The one port, or the first of several.</param>
/// <param name="Description">Why, as AWS shows it.</param>
internal sealed record SecurityRule(string Group, bool IsIngress, string Peer, int Port, string Description)
{
    /// <summary>The word for TCP.</summary>
    public const string Tcp = "tcp";

    /// <summary>The word for UDP.</summary>
    public const string Udp = "udp";

    /// <summary>Default: TCP.</summary>
    public string Protocol { get; init; } = Tcp;

    /// <summary>The last port. Default: the first one.</summary>
    public int? LastPort { get; init; }

    /// <summary>Its identity within the network, for example <c>app-in-alb-8080</c>.</summary>
    public string Role
    {
        get
        {
            var ports = LastPort is { } last ? $"{Port}-{last}" : $"{Port}";
            return $"{Group}-{(IsIngress ? "in" : "out")}-{PeerWord}-{ports}{(Protocol == Tcp ? "" : $"-{Protocol}")}";
        }
    }

    /// <summary>Whether the other side is a block of addresses rather than a group.</summary>
    public bool IsOpen => Peer is Anywhere.V4 or Anywhere.V6;

    /// <summary>Whether another rule lets the same pass on the other side, to this group or to every address.</summary>
    public bool IsAnsweredBy(SecurityRule other) =>
        other.IsIngress != IsIngress
        && (other.Group, other.Protocol, other.Port, other.LastPort) == (Peer, Protocol, Port, LastPort)
        && (other.Peer == Group || other.Peer == Anywhere.V4);

    private string PeerWord =>
        Peer switch
        {
            Anywhere.V4 => "internet",
            Anywhere.V6 => "internet-ipv6",
            _ => Peer,
        };

    /// <summary>Something that is let in, by TCP.</summary>
    public static SecurityRule In(string group, string peer, int port, string description) =>
        new(group, true, peer, port, description);

    /// <summary>Something that is let out, by TCP.</summary>
    public static SecurityRule Out(string group, string peer, int port, string description) =>
        new(group, false, peer, port, description);
}
