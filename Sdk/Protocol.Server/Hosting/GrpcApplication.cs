using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Protocol.Server.Calls;
using Protocol.Wire;

namespace Protocol.Server.Hosting;

/// <summary>Answers every HTTP/2 request of a server.</summary>
/// <param name="calls">The handlers by path.</param>
/// <param name="stopping">Ends all running calls with UNAVAILABLE.</param>
internal sealed class GrpcApplication(Dictionary<string, Call> calls, CancellationToken stopping) : IHttpApplication<CallContext>
{
    /// <inheritdoc />
    public CallContext CreateContext(IFeatureCollection contextFeatures) => new(contextFeatures);

    /// <inheritdoc />
    public void DisposeContext(CallContext context, Exception? exception) { }

    /// <inheritdoc />
    public async Task ProcessRequestAsync(CallContext context)
    {
        var contentType = context.Request.Headers.ContentType.ToString();
        if (!HeaderNames.IsGrpc(contentType))
        {
            context.Response.StatusCode = 415;
            return;
        }

        context.Response.Headers.ContentType = HeaderNames.ContentType;
        var aborted = context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        try
        {
            var response = await AnswerAsync(context, aborted);
            await WriteAsync(context, response, aborted);
        }
        catch (Exception) when (aborted.IsCancellationRequested)
        {
            // The caller is gone: nobody is left to answer.
        }
        catch (Exception error)
        {
            WriteStatus(context.Response.Headers, Status(error));
        }
    }

    private async Task<IMessage> AnswerAsync(CallContext context, CancellationToken aborted)
    {
        var path = context.Request.Path;
        if (!calls.TryGetValue(path, out var call))
            throw new GrpcException(GrpcStatusCode.Unimplemented, $"this server has no method {path}");

        var timeout = context.Request.Headers[HeaderNames.Timeout].ToString();
        var limit = Timeout.InfiniteTimeSpan;
        if (timeout.Length > 0 && !TimeoutText.TryParse(timeout, out limit))
            throw new GrpcException(
                GrpcStatusCode.Internal,
                $"{HeaderNames.Timeout}: got '{timeout}', want up to 8 digits and one of H M S m u n"
            );

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        if (timeout.Length > 0 && limit < TimeoutText.LongestTimer)
            ends.CancelAfter(limit);
        try
        {
            var body = context.Features.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
            var response = await call.AnswerAsync(body, ends.Token);
            var size = response.CalculateSize();
            return size <= GrpcLimits.MaxMessageBytes
                ? response
                : throw new GrpcException(GrpcStatusCode.ResourceExhausted, FrameHeader.TooLarge("response", size));
        }
        catch (Exception error) when (ends.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            throw stopping.IsCancellationRequested
                ? new GrpcException(GrpcStatusCode.Unavailable, "the server is stopping", innerException: error)
                : new GrpcException(
                    GrpcStatusCode.DeadlineExceeded,
                    $"the caller's deadline of {limit} passed",
                    innerException: error
                );
        }
    }

    private static async Task WriteAsync(CallContext context, IMessage message, CancellationToken aborted)
    {
        var output = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        FrameHeader.Write(output.GetSpan(FrameHeader.Size), message.CalculateSize());
        output.Advance(FrameHeader.Size);
        message.WriteTo((IBufferWriter<byte>)output);
        context.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers[HeaderNames.Status] = "0";
        await output.FlushAsync(aborted);
    }

    private static (GrpcStatusCode Code, string Detail) Status(Exception error) =>
        error switch
        {
            GrpcException chosen => (chosen.StatusCode, chosen.Detail),
            OperationCanceledException => (GrpcStatusCode.Cancelled, error.Message),
            _ => (GrpcStatusCode.Unknown, error.Message),
        };

    private static void WriteStatus(
        IDictionary<string, Microsoft.Extensions.Primitives.StringValues> headers,
        (GrpcStatusCode Code, string Detail) status
    )
    {
        headers[HeaderNames.Status] = ((int)status.Code).ToString(CultureInfo.InvariantCulture);
        if (status.Detail.Length > 0)
            headers[HeaderNames.Message] = DetailText.Encode(status.Detail);
    }
}
