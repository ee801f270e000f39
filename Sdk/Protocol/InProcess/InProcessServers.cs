using System.Collections.Concurrent;
using System.Globalization;

namespace Protocol.InProcess;

/// <summary>The servers of this process that are called without a socket, by address.</summary>
internal static class InProcessServers
{
    // Looks like host:port, as everything expects that hands addresses on, and is no host name DNS allows.
    private const string Host = "in_process";

    private static readonly ConcurrentDictionary<string, IInProcessServer> Servers = new(StringComparer.Ordinal);
    private static int _last;

    public static bool IsAddress(string address) => address.StartsWith(Host + ":", StringComparison.Ordinal);

    /// <returns>The address under which clients find the server; never used again in this process.</returns>
    public static string Add(IInProcessServer server)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"{Host}:{Interlocked.Increment(ref _last)}");
        Servers[address] = server;
        return address;
    }

    public static void Remove(string address) => Servers.TryRemove(address, out _);

    public static IInProcessServer? Find(string address) => Servers.GetValueOrDefault(address);
}
