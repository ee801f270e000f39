using System.Globalization;
using System.Net.Sockets;

namespace Protocol.Client;

/// <summary>Turns a failure below gRPC into the status and the words a caller can act on.</summary>
internal static class TransportErrors
{
    public static GrpcException Describe(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SocketException socket:
                    return new GrpcException(
                        GrpcStatusCode.Unavailable,
                        $"cannot reach the server: {socket.Message} ({socket.SocketErrorCode}); is it running, and is this its address?",
                        innerException: error
                    );
                case HttpProtocolException http2:
                    return new GrpcException(
                        FromHttp2((Http2Error)http2.ErrorCode),
                        $"the server ended the call with HTTP/2 error {Name(http2.ErrorCode)}",
                        innerException: error
                    );
            }
        }

        return new GrpcException(
            GrpcStatusCode.Unavailable,
            $"the connection failed: {error.GetBaseException().Message}",
            innerException: error
        );
    }

    private static string Name(long code) =>
        Enum.IsDefined((Http2Error)code) ? ((Http2Error)code).ToString() : code.ToString(CultureInfo.InvariantCulture);

    // The mapping of gRPC's HTTP/2 document, but for NoError: that is how a server says goodbye.
    private static GrpcStatusCode FromHttp2(Http2Error code) =>
        code switch
        {
            Http2Error.NoError or Http2Error.RefusedStream => GrpcStatusCode.Unavailable,
            Http2Error.Cancel => GrpcStatusCode.Cancelled,
            Http2Error.EnhanceYourCalm => GrpcStatusCode.ResourceExhausted,
            Http2Error.InadequateSecurity => GrpcStatusCode.PermissionDenied,
            _ => GrpcStatusCode.Internal,
        };

    private enum Http2Error : long
    {
        NoError = 0,
        ProtocolError = 1,
        InternalError = 2,
        FlowControlError = 3,
        SettingsTimeout = 4,
        StreamClosed = 5,
        FrameSizeError = 6,
        RefusedStream = 7,
        Cancel = 8,
        CompressionError = 9,
        ConnectError = 10,
        EnhanceYourCalm = 11,
        InadequateSecurity = 12,
        Http11Required = 13,
    }
}
