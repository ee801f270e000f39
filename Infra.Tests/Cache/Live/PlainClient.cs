using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Infra.Tests.Cache.Live;

/// <summary>A client that speaks Redis without TLS, as the application does.</summary>
internal sealed class PlainClient : IDisposable
{
    private readonly TcpClient _socket;
    private readonly StreamReader _reader;

    private PlainClient(TcpClient socket) => (_socket, _reader) = (socket, new(socket.GetStream(), Encoding.ASCII));

    /// <summary>Connects and gives the token.</summary>
    /// <exception cref="IOException">Nobody is behind the port, or the token is wrong.</exception>
    public static async Task<PlainClient> ConnectAsync(int port, string token)
    {
        var socket = new TcpClient { ReceiveTimeout = 5_000 };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var client = new PlainClient(socket);
        try
        {
            await client.SendAsync("AUTH", token);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command and gives its answer, without the type in front.</summary>
    /// <exception cref="IOException">The answer is an error, or the connection is gone.</exception>
    public async Task<string> SendAsync(params string[] words)
    {
        var command = new StringBuilder($"*{words.Length}\r\n");
        foreach (var word in words)
            command.Append(CultureInfo.InvariantCulture, $"${word.Length}\r\n{word}\r\n");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await _socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command.ToString()), patience.Token);
        var answer = await _reader.ReadLineAsync(patience.Token) ?? throw new IOException("the connection was closed");
        return answer[0] switch
        {
            '-' => throw new IOException(answer),
            '$' when answer != "$-1" => await _reader.ReadLineAsync(patience.Token) ?? throw new IOException("cut off"),
            _ => answer[1..],
        };
    }

    /// <summary>Waits until the other side closes the connection.</summary>
    public async Task ClosedAsync(int seconds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            while (await _reader.ReadLineAsync(patience.Token) is not null) { }
        }
        catch (IOException)
        {
            // Reset rather than closed: gone all the same.
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }
}
