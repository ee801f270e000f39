using System.Collections.Immutable;

namespace Infra.Cli.Operations.Tunnel;

/// <summary>What a tunnel leads to.</summary>
/// <param name="Name">The instance or replication group.</param>
/// <param name="Host">Its address in the VPC.</param>
/// <param name="Port">Its port.</param>
internal sealed record TunnelEnd(string Name, string Host, int Port)
{
    /// <summary>The database as it was made, for the client's command line. Default: it has none.</summary>
    public (string Database, string User)? Login { get; init; }

    /// <summary>The secrets in which its password is.</summary>
    public required ImmutableArray<string> Secrets { get; init; }

    /// <summary>The client's command line on this machine; the password is asked for.</summary>
    /// <param name="port">The port here.</param>
    // The certificate is that of the real host, which is named although the address is this machine's.
    public string Client(int port) =>
        Login is { } login
            ? $"psql \"host={Host} hostaddr=127.0.0.1 port={port} dbname={login.Database} user={login.User} sslmode=require\""
            : $"redis-cli -h 127.0.0.1 -p {port} --tls --sni {Host} --askpass";
}
