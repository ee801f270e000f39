using System.Buffers;
using Google.Protobuf;

namespace Protocol.Wire;

/// <summary>Reads messages, and says in our words why one cannot be read: protobuf's own text speaks of its API.</summary>
internal static class MessageReader
{
    /// <param name="what">"request" or "response", for the text.</param>
    /// <param name="bytes">Exactly the message.</param>
    /// <exception cref="GrpcException">The bytes are no message of the type.</exception>
    public static T Read<T>(string what, ReadOnlySequence<byte> bytes)
        where T : IMessage<T>, new()
    {
        try
        {
            var message = new T();
            message.MergeFrom(bytes);
            return message;
        }
        catch (InvalidProtocolBufferException error)
        {
            throw Refuse(what, error);
        }
    }

    // protobuf gives this failure no type of its own.
    private static GrpcException Refuse(string what, InvalidProtocolBufferException error) =>
        error.Message.Contains("too many levels of nesting", StringComparison.Ordinal)
            ? new GrpcException(
                GrpcStatusCode.InvalidArgument,
                $"the {what} nests deeper than the 100 levels protobuf reads (an object within an object takes three); flatten the value",
                innerException: error
            )
            : new GrpcException(
                GrpcStatusCode.Internal,
                $"the {what} is no message of the expected type: {error.Message}",
                innerException: error
            );
}
