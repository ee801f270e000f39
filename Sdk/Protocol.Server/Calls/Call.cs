using System.IO.Pipelines;
using Google.Protobuf;

namespace Protocol.Server.Calls;

/// <summary>One method with its handler, its message types hidden.</summary>
internal abstract class Call
{
    /// <summary>Reads the request, runs the handler and gives back the response, not yet written.</summary>
    /// <exception cref="GrpcException">The request is refused, or the handler says so.</exception>
    public abstract Task<IMessage> AnswerAsync(PipeReader body, CancellationToken cancellationToken);
}
