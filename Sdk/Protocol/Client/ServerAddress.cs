namespace Protocol.Client;

/// <summary>Reads the addresses of Pulumi's environment variables.</summary>
internal static class ServerAddress
{
    /// <exception cref="ArgumentException">The text is not <c>host:port</c>.</exception>
    public static Uri Parse(string address) =>
        Uri.TryCreate("http://" + address, UriKind.Absolute, out var server)
        && server is { PathAndQuery: "/", UserInfo: "", Fragment: "", Port: > 0 }
        && address.EndsWith($":{server.Port}", StringComparison.Ordinal)
            ? server
            : throw new ArgumentException(
                $"gRPC address: got '{address}', want host:port, for example 127.0.0.1:50051",
                nameof(address)
            );
}
