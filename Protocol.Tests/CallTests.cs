using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Protocol.Tests;

public sealed class CallTests
{
    [Test]
    public async Task A_request_reaches_the_handler_and_its_response_comes_back()
    {
        await using var peers = await Peers.EchoAsync();
        var args = new Struct { Fields = { ["name"] = Value.ForString("日本 %") } };

        var response = await peers.CallAsync(new ResourceInvokeRequest { Tok = "t", Args = args });

        Assert.That(response.Return, Is.EqualTo(args));
    }
}
