using System.Net;
using System.Net.Http.Headers;

namespace Protocol.Tests;

/// <summary>An HTTP/2 request put together by hand, as another gRPC client, or a broken one, would send it.</summary>
internal sealed record RawCall(string Address)
{
    public string Path { get; init; } = "/pulumirpc.ResourceMonitor/Invoke";
    public string ContentType { get; init; } = "application/grpc";
    public byte[] Body { get; init; } = [0, 0, 0, 0, 0];
    public (string Name, string Value)[] Headers { get; init; } = [("te", "trailers")];

    public async Task<RawAnswer> SendAsync()
    {
        using var http = new HttpClient();
        return await SendAsync(http);
    }

    public async Task<RawAnswer> SendAsync(HttpClient http)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, $"http://{Address}{Path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Body),
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
