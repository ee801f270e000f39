using System.Net;
using System.Net.Sockets;

namespace Database.Tests.Server;

/// <summary>A PostgreSQL 15 of the tests' own: private folder, socket and port, TLS, the libraries that the deployment preloads.</summary>
internal sealed class Postgres : IAsyncDisposable
{
    private Postgres(string folder, int port) => (Folder, Port) = (folder, port);

    /// <summary>Data, socket, certificates and log.</summary>
    public string Folder { get; }

    /// <summary>The port on 127.0.0.1, with TLS only, and the name of the socket.</summary>
    public int Port { get; }

    /// <summary>Everything the server logged, and it logs every statement.</summary>
    public string Log => File.ReadAllText(Path.Combine(Folder, "log"));

    /// <summary>Starts a new server.</summary>
    public static async Task<Postgres> StartAsync(string superuserPassword)
    {
        if (PostgresPackages.Missing is { } missing)
            throw new InvalidOperationException(missing);
        // Short: the path of a socket has at most 107 characters.
        var folder = Path.Combine("/tmp", $"pg-{Guid.NewGuid():N}"[..14]);
        var server = new Postgres(folder, FreePort());
        Directory.CreateDirectory(folder);
        Certificates.Write(folder, "server");
        Certificates.Write(folder, "other");
        await File.WriteAllTextAsync(Path.Combine(folder, "password"), superuserPassword);
        // The server refuses a key that others may read, and nobody else has business in here.
        await Running.OrThrowAsync(["chmod", "-R", "go=", folder]);
        if (Environment.IsPrivilegedProcess)
            await Running.OrThrowAsync(["chown", "-R", "postgres:postgres", folder]);
        await server.RunAsync(
            "initdb",
            "-U",
            "postgres",
            $"--pwfile={folder}/password",
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--no-sync"
        );
        await File.AppendAllTextAsync(Path.Combine(folder, "data", "postgresql.conf"), server.Configuration());
        await File.WriteAllTextAsync(
            Path.Combine(folder, "data", "pg_hba.conf"),
            "local all all scram-sha-256\nhostssl all all 127.0.0.1/32 scram-sha-256\n"
        );
        await server.RunAsync("pg_ctl", "start", "-w", "-l", $"{folder}/log");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "stop", "-m", "immediate");
        Directory.Delete(Folder, recursive: true);
    }

    // The server refuses to run as root; Debian's package made a user for it.
    private Task<string> RunAsync(string program, params string[] arguments) =>
        Running.OrThrowAsync([
            .. Environment.IsPrivilegedProcess
                ? new[] { "setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups" }
                : [],
            $"{PostgresPackages.Programs}/{program}",
            "-D",
            $"{Folder}/data",
            .. arguments,
        ]);

    private string Configuration() =>
        $"""
            listen_addresses = '127.0.0.1'
            port = {Port}
            unix_socket_directories = '{Folder}'
            ssl = on
            ssl_cert_file = '{Folder}/server.pem'
            ssl_key_file = '{Folder}/server.key'
            shared_preload_libraries = 'pg_stat_statements,pg_cron'
            cron.database_name = 'postgres'
            cron.use_background_workers = on
            log_statement = 'all'
            fsync = off

            """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
