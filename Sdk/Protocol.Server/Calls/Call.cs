using System.Buffers;
using Google.Protobuf;

namespace Protocol.Server.Calls;

/// <summary>One method with its handler, its message types hidden.</summary>
internal abstract class Call
{
    /// <exception cref="GrpcException">The bytes are no request of this method.</exception>
    public abstract IMessage ReadRequest(ReadOnlySequence<byte> bytes);

    /// <summary>Runs the handler; ends with the token even if the handler goes on.</summary>
    /// <param name="request">What <see cref="ReadRequest"/> gave.</param>
    /// <param name="cancellationToken">The caller giving up, its deadline, or the server stopping.</param>
    public abstract Task<IMessage> AnswerAsync(IMessage request, CancellationToken cancellationToken);
}
