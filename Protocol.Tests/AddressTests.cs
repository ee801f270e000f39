using System.Net;
using System.Net.Sockets;
using Protocol.Server;
using Pulumirpc;

namespace Protocol.Tests;

public sealed class AddressTests
{
    [TestCase("")]
    [TestCase("localhost")]
    [TestCase("127.0.0.1:")]
    [TestCase("127.0.0.1:0")]
    [TestCase("127.0.0.1:99999")]
    [TestCase("http://127.0.0.1:80")]
    [TestCase("127.0.0.1:81/path")]
    [TestCase("user@host:81")]
    public void An_address_that_is_not_host_and_port_is_refused(string address) =>
        Assert.That(
            () => new GrpcClient(address),
            Throws.ArgumentException.With.Message.StartsWith($"gRPC address: got '{address}', want host:port")
        );

    [TestCase("127.0.0.1:80")]
    [TestCase("localhost:50051")]
    [TestCase("[::1]:50051")]
    public void Host_and_port_are_taken(string address)
    {
        using var client = new GrpcClient(address);

        Assert.That((client.Address, client.IsInProcess), Is.EqualTo((address, false)));
    }

    [Test]
    public async Task A_server_listens_on_loopback_only()
    {
        await using var server = await GrpcServer.StartAsync(new GrpcServices());

        Assert.That(server.Address, Does.Match(@"^127\.0\.0\.1:[1-9][0-9]+$"));
    }

    [Test]
    public async Task Servers_of_one_process_do_not_share_an_address()
    {
        await using var one = GrpcServer.StartInProcess(new GrpcServices());
        await using var two = GrpcServer.StartInProcess(new GrpcServices());
        using var client = new GrpcClient(one.Address);

        Assert.That(one.Address, Is.Not.EqualTo(two.Address));
        Assert.That(client.IsInProcess, Is.True);
    }

    [Test]
    public async Task A_dead_address_is_UNAVAILABLE_and_the_failure_names_call_and_address()
    {
        using var client = new GrpcClient($"127.0.0.1:{FreePort()}");

        var error = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));

        Assert.That(
            error!.Message,
            Is.EqualTo(
                $"/pulumirpc.Engine/Log at {client.Address}: UNAVAILABLE: cannot reach the server: Connection refused "
                    + "(ConnectionRefused); is it running, and is this its address?"
            )
        );
    }

    [Test]
    public async Task A_server_that_hangs_up_is_UNAVAILABLE()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var hangUp = HangUpAsync(listener);
        using var client = new GrpcClient($"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        var error = await Assert.ThrowsAsync<GrpcException>(() => client.CallAsync(EngineMethods.Log, new LogRequest()));
        await hangUp;

        Assert.That(error!.StatusCode, Is.EqualTo(GrpcStatusCode.Unavailable), error.Message);
    }

    [Test]
    public void A_method_has_one_handler()
    {
        var services = new GrpcServices().Add(
            EngineMethods.GetRootResource,
            (_, _) => Task.FromResult(new GetRootResourceResponse())
        );

        Assert.That(
            () => services.Add(EngineMethods.GetRootResource, (_, _) => Task.FromResult(new GetRootResourceResponse())),
            Throws.ArgumentException.With.Message.StartsWith("/pulumirpc.Engine/GetRootResource has a handler already")
        );
    }

    private static async Task HangUpAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        listener.Stop();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
