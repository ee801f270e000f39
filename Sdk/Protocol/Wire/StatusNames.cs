using System.Globalization;

namespace Protocol.Wire;

/// <summary>The names gRPC's documents use for the status codes, which people search for.</summary>
internal static class StatusNames
{
    public static string WireName(this GrpcStatusCode code) =>
        code switch
        {
            GrpcStatusCode.Ok => "OK",
            GrpcStatusCode.Cancelled => "CANCELLED",
            GrpcStatusCode.Unknown => "UNKNOWN",
            GrpcStatusCode.InvalidArgument => "INVALID_ARGUMENT",
            GrpcStatusCode.DeadlineExceeded => "DEADLINE_EXCEEDED",
            GrpcStatusCode.NotFound => "NOT_FOUND",
            GrpcStatusCode.AlreadyExists => "ALREADY_EXISTS",
            GrpcStatusCode.PermissionDenied => "PERMISSION_DENIED",
            GrpcStatusCode.ResourceExhausted => "RESOURCE_EXHAUSTED",
            GrpcStatusCode.FailedPrecondition => "FAILED_PRECONDITION",
            GrpcStatusCode.Aborted => "ABORTED",
            GrpcStatusCode.OutOfRange => "OUT_OF_RANGE",
            GrpcStatusCode.Unimplemented => "UNIMPLEMENTED",
            GrpcStatusCode.Internal => "INTERNAL",
            GrpcStatusCode.Unavailable => "UNAVAILABLE",
            GrpcStatusCode.DataLoss => "DATA_LOSS",
            GrpcStatusCode.Unauthenticated => "UNAUTHENTICATED",
            _ => "STATUS " + ((int)code).ToString(CultureInfo.InvariantCulture),
        };
}
