namespace Infra.Network;

/// <summary>The blocks that hold every address.</summary>
internal static class Anywhere
{
    /// <summary>Every IPv4 address.</summary>
    public const string V4 = "0.0.0.0/0";

    /// <summary>Every IPv6 address.</summary>
    public const string V6 = "::/0";
}
