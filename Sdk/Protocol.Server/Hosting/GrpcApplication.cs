using System.Buffers;
using System.Globalization;
using Google.Protobuf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Protocol.Server.Calls;
using Protocol.Wire;

namespace Protocol.Server.Hosting;

/// <summary>Answers every HTTP/2 request of a server.</summary>
internal sealed class GrpcApplication(Dispatcher dispatcher) : IHttpApplication<IFeatureCollection>
{
    /// <inheritdoc />
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    /// <inheritdoc />
    public void DisposeContext(IFeatureCollection context, Exception? exception) { }

    /// <inheritdoc />
    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        if (!HeaderNames.IsGrpc(request.Headers.ContentType))
        {
            response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        response.Headers.ContentType = HeaderNames.ContentType;
        var aborted = context.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        try
        {
            var body = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
            var answer = await dispatcher.AnswerAsync(
                request.Path,
                (call, token) => RequestBody.ReadAsync(body, call, token),
                Deadline(request.Headers),
                aborted
            );
            Write(context, answer, FrameHeader.SizeOf("response", answer));
        }
        catch (Exception) when (aborted.IsCancellationRequested)
        {
            // The caller is gone: nobody is left to answer.
        }
        catch (Exception error)
        {
            Fail(response.Headers, Dispatcher.Status(error));
        }
    }

    private static TimeSpan? Deadline(IHeaderDictionary headers)
    {
        var text = headers[HeaderNames.Timeout].ToString();
        if (text.Length == 0)
            return null;
        return TimeoutText.TryParse(text, out var deadline)
            ? deadline
            : throw new GrpcException(
                GrpcStatusCode.Internal,
                $"{HeaderNames.Timeout}: got '{text}', want up to 8 digits and one of H M S m u n"
            );
    }

    // Kestrel sends headers, message and trailers together once the request is done; flushing here would cost a second write.
    private static void Write(IFeatureCollection context, IMessage message, int size)
    {
        var output = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        FrameHeader.Write(output.GetSpan(FrameHeader.Size), size);
        output.Advance(FrameHeader.Size);
        message.WriteTo((IBufferWriter<byte>)output);
        context.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers[HeaderNames.Status] = "0";
    }

    private static void Fail(IHeaderDictionary headers, (GrpcStatusCode Code, string Detail) status)
    {
        headers[HeaderNames.Status] = ((int)status.Code).ToString(CultureInfo.InvariantCulture);
        headers[HeaderNames.AcceptEncoding] = HeaderNames.Identity; // tells a caller that compressed what to do instead
        if (status.Detail.Length > 0)
            headers[HeaderNames.Message] = DetailText.Encode(status.Detail);
    }
}
