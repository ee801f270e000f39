using System.Net;
using System.Net.Http.Headers;

namespace Protocol.Tests;

/// <summary>An HTTP/2 request put together by hand, as another gRPC client, or a broken one, would send it.</summary>
internal sealed record RawCall(string Address)
{
    public string Path { get; init; } = "/pulumirpc.ResourceMonitor/Invoke";
    public string ContentType { get; init; } = "application/grpc";
    public byte[] Body { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>Sent some time after the body.</summary>
    public byte[] Afterwards { get; init; } = [];

    public (string Name, string Value)[] Headers { get; init; } = [("te", "trailers")];

    public async Task<RawAnswer> SendAsync()
    {
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Post, $"http://{Address}{Path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new TwoPieces(Body, Afterwards),
        };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(message);
        return new RawAnswer(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Content.Headers.ContentType,
            One(response.Headers, "grpc-status"),
            One(response.TrailingHeaders, "grpc-status"),
            One(response.Headers, "grpc-message"),
            One(response.Headers, "grpc-accept-encoding")
        );
    }

    private static string? One(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.Single() : null;

    private sealed class TwoPieces(byte[] first, byte[] second) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(first);
            if (second.Length == 0)
                return;
            await stream.FlushAsync();
            await Task.Delay(100);
            await stream.WriteAsync(second);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

/// <summary>What came back; the status stands in the headers when there is no message, otherwise in the trailers.</summary>
internal sealed record RawAnswer(
    HttpStatusCode Http,
    byte[] Body,
    MediaTypeHeaderValue? ContentType,
    string? HeaderStatus,
    string? TrailerStatus,
    string? Detail,
    string? AcceptEncoding
);
