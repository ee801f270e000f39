using Google.Protobuf;
using Protocol.Wire;

namespace Protocol.Server.Calls;

/// <summary>Takes a call from its path to its response, whatever carries it.</summary>
/// <param name="calls">The handlers by path.</param>
/// <param name="stopping">Ends all running calls with UNAVAILABLE.</param>
internal sealed class Dispatcher(Dictionary<string, Call> calls, CancellationToken stopping)
{
    /// <param name="path">The call as <c>/service/name</c>.</param>
    /// <param name="readRequest">Gets the request's message.</param>
    /// <param name="deadline">The time the caller allows; null for no limit.</param>
    /// <param name="aborted">The caller giving up.</param>
    /// <exception cref="GrpcException">The call ends with a status other than OK.</exception>
    public async Task<IMessage> AnswerAsync(
        string path,
        Func<Call, CancellationToken, ValueTask<IMessage>> readRequest,
        TimeSpan? deadline,
        CancellationToken aborted
    )
    {
        if (!calls.TryGetValue(path, out var call))
            throw new GrpcException(GrpcStatusCode.Unimplemented, $"this server has no method {path}");

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        if (deadline < TimeoutText.LongestTimer)
            ends.CancelAfter(deadline.Value);
        try
        {
            var request = await readRequest(call, ends.Token);
            return await call.AnswerAsync(request, ends.Token);
        }
        catch (Exception error) when (stopping.IsCancellationRequested)
        {
            throw new GrpcException(GrpcStatusCode.Unavailable, "the server is stopping", innerException: error);
        }
        catch (Exception error) when (ends.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw new GrpcException(
                GrpcStatusCode.DeadlineExceeded,
                $"the caller's deadline of {deadline} passed",
                innerException: error
            );
        }
    }

    /// <summary>The status and the detail a failure becomes. Of an unforeseen one only the message leaves this process.</summary>
    public static (GrpcStatusCode Code, string Detail) Status(Exception error) =>
        error switch
        {
            GrpcException chosen => (chosen.StatusCode, chosen.Detail),
            OperationCanceledException => (GrpcStatusCode.Cancelled, error.Message),
            _ => (GrpcStatusCode.Unknown, error.Message),
        };
}
