using System.Buffers.Binary;
using System.Net;
using Google.Protobuf;
using Pulumirpc;

namespace Protocol.Tests;

/// <summary>What the server makes of requests that its own client would never send.</summary>
public sealed class ServerWireTests
{
    [Test]
    public async Task A_good_call_has_its_status_in_the_trailers()
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address).SendAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Http, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.ContentType?.ToString(), Is.EqualTo("application/grpc"));
            Assert.That(answer.Body, Is.EqualTo(new byte[] { 0, 0, 0, 0, 2, 10, 0 }));
            Assert.That((answer.HeaderStatus, answer.TrailerStatus), Is.EqualTo(((string?)null, "0")));
        }
    }

    [Test]
    public async Task A_failed_call_has_its_status_in_the_headers_and_its_detail_percent_encoded()
    {
        await using var peers = await Peers.StartAsync(
            Carrier.Http2,
            (_, _) => throw new InvalidOperationException("50 % of 日\n")
        );

        var answer = await new RawCall(peers.Server.Address).SendAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Http, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Body, Is.Empty);
            Assert.That(answer.HeaderStatus, Is.EqualTo("2"));
            Assert.That(answer.Detail, Is.EqualTo("50 %25 of %E6%97%A5%0A"));
        }
    }

    [TestCase("application/json")]
    [TestCase("application/grpc-web")]
    [TestCase("application/grpc+json")]
    [TestCase("application/grpcfoo")]
    public async Task Another_content_type_is_415(string contentType)
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address) { ContentType = contentType }.SendAsync();

        Assert.That(answer.Http, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [TestCase("application/grpc+proto")]
    [TestCase("application/grpc; charset=utf-8")]
    [TestCase("Application/GRPC")]
    public async Task Every_spelling_of_protobuf_over_gRPC_is_taken(string contentType)
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address) { ContentType = contentType }.SendAsync();

        Assert.That(answer.TrailerStatus, Is.EqualTo("0"));
    }

    [TestCase(new byte[] { }, "the request holds no message, want one")]
    [TestCase(new byte[] { 0, 0 }, "the request ends 3 bytes before the end of its frame header")]
    [TestCase(new byte[] { 0, 0, 0, 0, 9, 1, 2 }, "the request ends 7 bytes before the end of its message")]
    [TestCase(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, "the request holds more than the one message of a unary call")]
    [TestCase(
        new byte[] { 71, 69, 84, 32, 47 },
        "the request's frame starts with byte 71, want 0 (plain) or 1 (compressed); this is not a gRPC message"
    )]
    public async Task A_broken_frame_is_INTERNAL(byte[] body, string detail)
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address) { Body = body }.SendAsync();

        Assert.That((answer.HeaderStatus, answer.Detail), Is.EqualTo(("13", detail)));
    }

    [Test]
    public async Task A_second_message_is_refused_even_if_it_comes_later()
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address) { Afterwards = [0, 0, 0, 0, 0] }.SendAsync();

        Assert.That(answer.Detail, Is.EqualTo("the request holds more than the one message of a unary call"));
    }

    [Test]
    public async Task A_message_that_is_cut_anywhere_is_put_together([Values(1, 5, 6)] int cut)
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);
        byte[] message = [0, 0, 0, 0, 3, 10, 1, (byte)'t'];

        var answer = await new RawCall(peers.Server.Address) { Body = message[..cut], Afterwards = message[cut..] }.SendAsync();

        Assert.That(answer.TrailerStatus, Is.EqualTo("0"));
    }

    [Test]
    public async Task Bytes_that_are_no_message_are_INTERNAL()
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address) { Body = [0, 0, 0, 0, 2, 0xFF, 0xFF] }.SendAsync();

        Assert.That(answer.HeaderStatus, Is.EqualTo("13"));
        Assert.That(answer.Detail, Does.StartWith("the request is no message of the expected type"));
    }

    [Test]
    public async Task A_compressed_message_is_UNIMPLEMENTED_and_the_answer_says_what_is_read()
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address)
        {
            Body = [1, 0, 0, 0, 1, 7],
            Headers = [("te", "trailers"), ("grpc-encoding", "gzip")],
        }.SendAsync();

        Assert.That((answer.HeaderStatus, answer.AcceptEncoding), Is.EqualTo(("12", "identity")));
    }

    [Test]
    public async Task A_message_above_the_limit_is_refused_by_its_header_before_it_is_read()
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);
        var body = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(1), GrpcLimits.MaxMessageBytes + 1);

        var answer = await new RawCall(peers.Server.Address) { Body = body }.SendAsync();

        Assert.That(answer.HeaderStatus, Is.EqualTo("8"));
        Assert.That(answer.Detail, Does.StartWith("the request has 419430401 bytes, want at most 419430400 (400 MiB)"));
    }

    [Test]
    public async Task A_message_just_within_the_limit_is_waited_for()
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);
        var body = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(1), GrpcLimits.MaxMessageBytes);

        var answer = await new RawCall(peers.Server.Address) { Body = body }.SendAsync();

        Assert.That(answer.Detail, Is.EqualTo("the request ends 419430400 bytes before the end of its message"));
    }

    [TestCase("5 s")]
    [TestCase("123456789S")]
    [TestCase("-1S")]
    [TestCase("7")]
    public async Task A_timeout_that_is_none_is_refused(string timeout)
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);

        var answer = await new RawCall(peers.Server.Address) { Headers = [("grpc-timeout", timeout)] }.SendAsync();

        Assert.That(answer.Detail, Is.EqualTo($"grpc-timeout: got '{timeout}', want up to 8 digits and one of H M S m u n"));
    }

    [Test]
    public async Task The_server_keeps_the_deadline_by_itself()
    {
        await using var peers = await Peers.HangingAsync(Carrier.Http2, heedsToken: false);

        var answer = await new RawCall(peers.Server.Address) { Headers = [("grpc-timeout", "50m")] }.SendAsync();

        Assert.That((answer.HeaderStatus, answer.Detail), Is.EqualTo(("4", "the caller's deadline of 00:00:00.0500000 passed")));
    }

    [Test]
    public async Task A_message_in_small_pieces_is_put_together()
    {
        await using var peers = await Peers.EchoAsync(Carrier.Http2);
        var message = new ResourceInvokeRequest { Tok = new string('t', 100_000) }.ToByteArray();
        var body = new byte[5 + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(1), (uint)message.Length);
        message.CopyTo(body, 5);

        var answer = await new RawCall(peers.Server.Address) { Body = body }.SendAsync();

        Assert.That(answer.TrailerStatus, Is.EqualTo("0"));
    }
}
