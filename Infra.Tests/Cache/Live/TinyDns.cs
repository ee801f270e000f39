using System.Net;
using System.Net.Sockets;

namespace Infra.Tests.Cache.Live;

/// <summary>A name server that answers every question for an IPv4 address with the one address set, and others with nothing.</summary>
internal sealed class TinyDns : IDisposable
{
    private const int HeaderLength = 12;

    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private volatile IPAddress _address;

    public TinyDns(IPAddress address)
    {
        _address = address;
        _ = AnswerAsync();
    }

    public int Port => ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;

    /// <summary>What it answers from now on.</summary>
    public void Point(IPAddress address) => _address = address;

    public void Dispose() => _socket.Dispose();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var query = await _socket.ReceiveAsync();
                await _socket.SendAsync(Answer(query.Buffer, _address), query.RemoteEndPoint);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Disposed of: the test is over.
        }
    }

    // RFC 1035: the header and the question come back, then one record that points to the name in the question.
    private static byte[] Answer(byte[] query, IPAddress address)
    {
        var end = HeaderLength;
        while (query[end] != 0)
            end += query[end] + 1;
        end += 5; // the empty label, the type and the class
        var isIpv4 = query[end - 3] == 1;
        byte[] header = [query[0], query[1], 0x84, 0x00, 0, 1, 0, (byte)(isIpv4 ? 1 : 0), 0, 0, 0, 0];
        byte[] record = isIpv4 ? [0xC0, HeaderLength, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, .. address.GetAddressBytes()] : [];
        return [.. header, .. query[HeaderLength..end], .. record];
    }
}
