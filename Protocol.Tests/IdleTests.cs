using System.Net.Sockets;
using Protocol.Server;

namespace Protocol.Tests;

/// <summary>A program may pause for as long as it wants; its connection waits with it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class IdleTests
{
    private const byte Settings = 4;

    // Kestrel looks for connections that took too long once a second.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2.5);

    [Test]
    public async Task A_client_that_pauses_before_it_speaks_is_still_answered_with_settings()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServices());
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri("http://" + server.Address).Port);
        await Task.Delay(Pause);

        var stream = client.GetStream();
        await stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await stream.WriteAsync(new byte[] { 0, 0, 0, Settings, 0, 0, 0, 0, 0 });
        var frame = new byte[9];
        await stream.ReadExactlyAsync(frame);

        Assert.That(frame[3], Is.EqualTo(Settings), "the type of the first frame");
    }

    [Test]
    public async Task A_connection_without_calls_stays_open()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServices());
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri("http://" + server.Address).Port);
        var stream = client.GetStream();
        await stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await stream.WriteAsync(new byte[] { 0, 0, 0, Settings, 0, 0, 0, 0, 0 });
        await Task.Delay(Pause);

        var received = new byte[4096];
        var count = await stream.ReadAsync(received);

        Assert.That(FrameTypes(received.AsSpan(0, count)), Does.Not.Contain((byte)7), "GOAWAY");
    }

    private static List<byte> FrameTypes(ReadOnlySpan<byte> bytes)
    {
        var types = new List<byte>();
        while (bytes.Length >= 9)
        {
            types.Add(bytes[3]);
            bytes = bytes[(9 + ((bytes[0] << 16) | (bytes[1] << 8) | bytes[2]))..];
        }
        return types;
    }
}
