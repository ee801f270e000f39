using Protocol.Wire;

namespace Protocol;

/// <summary>
/// A call that did not end with <see cref="GrpcStatusCode.Ok"/>. A client throws it with the call and the address in its message;
/// a server's handler throws it to choose the status and the detail its caller gets.
/// </summary>
public sealed class GrpcException : Exception
{
    /// <summary>Creates the failure of one call.</summary>
    /// <param name="statusCode">How the call ended; <see cref="GrpcStatusCode.Ok"/> is refused.</param>
    /// <param name="detail">What went wrong, for people; travels to the other side, so it must hold no secret.</param>
    /// <param name="method">The call as <c>/service/name</c>; a handler leaves it out, the client adds it.</param>
    /// <param name="address">The server as <c>host:port</c>; a handler leaves it out, the client adds it.</param>
    /// <param name="innerException">What caused it on this side of the wire.</param>
    public GrpcException(
        GrpcStatusCode statusCode,
        string detail,
        string? method = null,
        string? address = null,
        Exception? innerException = null
    )
        : base(Describe(statusCode, detail, method, address), innerException)
    {
        if (statusCode == GrpcStatusCode.Ok)
            throw new ArgumentException(
                "A call that ended with OK is no failure; give the status that it is.",
                nameof(statusCode)
            );

        StatusCode = statusCode;
        Detail = detail;
        Method = method;
        Address = address;
    }

    /// <summary>How the call ended; a number gRPC does not define is kept as it came.</summary>
    public GrpcStatusCode StatusCode { get; }

    /// <summary>What the server, or the client on its behalf, says went wrong, without call, address and status.</summary>
    public string Detail { get; }

    /// <summary>The call as <c>/service/name</c>; null in a handler.</summary>
    public string? Method { get; }

    /// <summary>The server that was called as <c>host:port</c>; null in a handler.</summary>
    public string? Address { get; }

    private static string Describe(GrpcStatusCode statusCode, string detail, string? method, string? address)
    {
        var call = (method, address) switch
        {
            (null, null) => "",
            (null, _) => $"call to {address}: ",
            (_, null) => $"{method}: ",
            _ => $"{method} at {address}: ",
        };
        return detail.Length == 0 ? call + statusCode.WireName() : $"{call}{statusCode.WireName()}: {detail}";
    }
}
