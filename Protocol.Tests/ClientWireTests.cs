using System.Buffers.Binary;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pulumirpc;

namespace Protocol.Tests;

/// <summary>What the client sends, and what it makes of answers that our server would never give.</summary>
public sealed class ClientWireTests
{
    private static readonly byte[] EmptyMessage = [0, 0, 0, 0, 0];

    [Test]
    public async Task A_request_is_what_gRPC_asks_for()
    {
        string[] seen = [];
        await using var server = await RawServer.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var headers = context.Request.Headers;
            seen =
            [
                context.Request.Protocol,
                context.Request.Method,
                context.Request.Path.Value!,
                headers.ContentType.ToString(),
                headers.TE.ToString(),
                headers["grpc-timeout"].ToString(),
                headers["grpc-accept-encoding"].ToString(),
                Convert.ToHexString(body.ToArray()),
            ];
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(EmptyMessage);
            context.Response.AppendTrailer("grpc-status", "0");
        });

        await server.Client.CallAsync(
            ResourceMonitorMethods.SupportsFeature,
            new SupportsFeatureRequest { Id = "x" },
            TimeSpan.FromSeconds(90)
        );

        string[] wanted =
        [
            "HTTP/2",
            "POST",
            "/pulumirpc.ResourceMonitor/SupportsFeature",
            "application/grpc",
            "trailers",
            "90000000u",
            "identity",
            "00000000030A0178",
        ];
        Assert.That(seen, Is.EqualTo(wanted));
    }

    [Test]
    public async Task Without_a_deadline_no_timeout_is_sent()
    {
        var sent = true;
        await using var server = await RawServer.StartAsync(async context =>
        {
            sent = context.Request.Headers.ContainsKey("grpc-timeout");
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(EmptyMessage);
            context.Response.AppendTrailer("grpc-status", "0");
        });

        await server.Client.CallAsync(Peers.Method, new ResourceInvokeRequest());

        Assert.That(sent, Is.False);
    }

    [Test]
    public async Task A_status_in_the_trailers_is_read_even_after_a_message()
    {
        await using var server = await RawServer.AnsweringAsync(EmptyMessage, "9", "not%20now%");

        var error = await server.FailureAsync();

        Assert.That((error.StatusCode, error.Detail), Is.EqualTo((GrpcStatusCode.FailedPrecondition, "not now%")));
    }

    [TestCase(new byte[] { 0, 0, 0, 0, 0 }, null, GrpcStatusCode.Unknown, "the response ends without grpc-status")]
    [TestCase(new byte[] { 0, 0, 0, 0, 0 }, "fine", GrpcStatusCode.Unknown, "grpc-status is 'fine', want a number.")]
    [TestCase(new byte[] { }, "0", GrpcStatusCode.Internal, "the server said OK and sent no response message")]
    [TestCase(new byte[] { }, "5", GrpcStatusCode.NotFound, "")]
    [TestCase(new byte[] { 0, 0 }, "0", GrpcStatusCode.Internal, "the response ends after 2 of the 5 bytes of its frame header")]
    [TestCase(new byte[] { 0, 0, 0, 0, 9, 1 }, "0", GrpcStatusCode.Internal, "the response ends after 1 of 9 bytes")]
    [TestCase(
        new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 },
        "0",
        GrpcStatusCode.Internal,
        "the response holds more than the one message of a unary call"
    )]
    [TestCase(
        new byte[] { 1, 0, 0, 0, 1, 1 },
        "0",
        GrpcStatusCode.Unimplemented,
        "the response is compressed; only plain messages are read (grpc-accept-encoding: identity)"
    )]
    [TestCase(
        new byte[] { 0, 0, 0, 0, 2, 0xFF, 0xFF },
        "0",
        GrpcStatusCode.Internal,
        "the response is no message of the expected type"
    )]
    public async Task A_broken_answer_says_what_is_broken(byte[] body, string? status, GrpcStatusCode code, string detail)
    {
        await using var server = await RawServer.AnsweringAsync(body, status);

        var error = await server.FailureAsync();

        Assert.That(error.StatusCode, Is.EqualTo(code));
        Assert.That(error.Detail, Does.StartWith(detail));
    }

    [Test]
    public async Task A_response_above_the_limit_is_RESOURCE_EXHAUSTED_before_it_is_read()
    {
        var body = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(1), GrpcLimits.MaxMessageBytes + 1);
        await using var server = await RawServer.AnsweringAsync(body);

        Assert.That((await server.FailureAsync()).StatusCode, Is.EqualTo(GrpcStatusCode.ResourceExhausted));
    }

    [TestCase(404, GrpcStatusCode.Unimplemented)]
    [TestCase(401, GrpcStatusCode.Unauthenticated)]
    [TestCase(503, GrpcStatusCode.Unavailable)]
    [TestCase(500, GrpcStatusCode.Unknown)]
    public async Task A_server_that_is_no_gRPC_server_is_recognised_by_its_HTTP_status(int http, GrpcStatusCode code)
    {
        await using var server = await RawServer.StartAsync(context =>
        {
            context.Response.StatusCode = http;
            return Task.CompletedTask;
        });

        var error = await server.FailureAsync();

        Assert.That(
            (error.StatusCode, error.Detail),
            Is.EqualTo((code, $"HTTP status {http}, want 200; is this a gRPC server?"))
        );
    }

    [Test]
    public async Task A_page_is_no_gRPC_answer()
    {
        await using var server = await RawServer.StartAsync(context => context.Response.WriteAsync("hello"));

        Assert.That(
            (await server.FailureAsync()).Detail,
            Is.EqualTo("content type missing, want application/grpc; is this a gRPC server?")
        );
    }

    [TestCase(0, GrpcStatusCode.Unavailable, "NoError")]
    [TestCase(7, GrpcStatusCode.Unavailable, "RefusedStream")]
    [TestCase(8, GrpcStatusCode.Cancelled, "Cancel")]
    [TestCase(11, GrpcStatusCode.ResourceExhausted, "EnhanceYourCalm")]
    [TestCase(2, GrpcStatusCode.Internal, "InternalError")]
    public async Task A_stream_the_server_resets_has_the_status_gRPC_gives_it(int error, GrpcStatusCode code, string name)
    {
        await using var server = await RawServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/grpc";
            await context.Response.Body.WriteAsync(new byte[] { 0, 0 });
            await context.Response.Body.FlushAsync();
            context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(error);
        });

        var failure = await server.FailureAsync();

        Assert.That(
            (failure.StatusCode, failure.Detail),
            Is.EqualTo((code, $"the server ended the call with HTTP/2 error {name}"))
        );
    }
}
