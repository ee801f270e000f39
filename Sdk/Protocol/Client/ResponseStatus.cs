using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Protocol.Wire;

namespace Protocol.Client;

/// <summary>How a response says that its call went.</summary>
internal static class ResponseStatus
{
    /// <summary>Why the response is no gRPC answer at all, or null when it is one.</summary>
    public static GrpcException? NotGrpc(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            return new GrpcException(
                FromHttp(response.StatusCode),
                $"HTTP status {(int)response.StatusCode}, want 200; is this a gRPC server?"
            );

        var contentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values)
            ? values.ToString()
            : null;
        return HeaderNames.IsGrpc(contentType)
            ? null
            : new GrpcException(
                GrpcStatusCode.Unknown,
                $"content type {contentType ?? "missing"}, want {HeaderNames.ContentType}; is this a gRPC server?"
            );
    }

    /// <summary>The status in the trailers, or in the headers of a response that has no body; null when there is none.</summary>
    public static (GrpcStatusCode Code, string Detail)? Read(HttpHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues(HeaderNames.Status, out var status))
            return null;

        var detail = headers.NonValidated.TryGetValues(HeaderNames.Message, out var message)
            ? DetailText.Decode(message.ToString())
            : "";
        return int.TryParse(status.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? ((GrpcStatusCode)code, detail)
            : (GrpcStatusCode.Unknown, $"{HeaderNames.Status} is '{status}', want a number. {detail}".TrimEnd());
    }

    // The mapping of gRPC's own document for proxies and servers that do not speak gRPC.
    private static GrpcStatusCode FromHttp(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.BadRequest => GrpcStatusCode.Internal,
            HttpStatusCode.Unauthorized => GrpcStatusCode.Unauthenticated,
            HttpStatusCode.Forbidden => GrpcStatusCode.PermissionDenied,
            HttpStatusCode.NotFound => GrpcStatusCode.Unimplemented,
            HttpStatusCode.TooManyRequests
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => GrpcStatusCode.Unavailable,
            _ => GrpcStatusCode.Unknown,
        };
}
