using Google.Protobuf;

namespace Protocol.Wire;

/// <summary>Words for a message protobuf could not read.</summary>
internal static class MessageErrors
{
    /// <summary>Why the message is refused; protobuf's own text speaks of its API, which helps nobody here.</summary>
    /// <param name="what">"request" or "response", for the text.</param>
    /// <param name="error">What protobuf says.</param>
    public static (GrpcStatusCode Code, string Detail) Describe(string what, InvalidProtocolBufferException error) =>
        error.Message.Contains("too many levels of nesting", StringComparison.Ordinal)
            ? (
                GrpcStatusCode.InvalidArgument,
                $"the {what} nests deeper than the 100 levels protobuf reads (an object within an object takes three); flatten the value"
            )
            : (GrpcStatusCode.Internal, $"the {what} is no message of the expected type: {error.Message}");
}
