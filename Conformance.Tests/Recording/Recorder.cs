using System.Collections.Concurrent;
using Google.Protobuf;
using Protocol;
using Protocol.Server;
using Pulumirpc;

namespace Conformance.Tests.Recording;

/// <summary>Stands between a program and an engine and keeps every call.</summary>
internal sealed class Recorder : IAsyncDisposable
{
    private readonly ConcurrentQueue<Fact> _calls = new();
    private readonly IEngine _engine;
    private GrpcServer _server = null!;

    private Recorder(IEngine engine) => _engine = engine;

    /// <summary>Where it listens: <c>host:port</c>.</summary>
    public string Address => _server.Address;

    /// <summary>What was called so far.</summary>
    public IReadOnlyList<Fact> Calls => [.. _calls];

    /// <summary>The errors that the program logged.</summary>
    public IEnumerable<string> Errors =>
        _calls.Where(call => call is { Kind: "Log", Subject: ['E', ..] }).Select(call => call.Fields["message"]);

    public static async Task<Recorder> StartAsync(IEngine engine)
    {
        var recorder = new Recorder(engine);
        recorder._server = await GrpcServer.StartAsync(recorder.Services());
        return recorder;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private GrpcServices Services()
    {
        var services = new GrpcServices();
        Add(services, ResourceMonitorMethods.GetDeploymentInfo);
        Add(services, ResourceMonitorMethods.SupportsFeature);
        Add(services, ResourceMonitorMethods.RegisterResource, request => $"{request.Type} {request.Name}");
        Add(services, ResourceMonitorMethods.RegisterResourceOutputs, request => request.Urn);
        Add(services, ResourceMonitorMethods.ReadResource, request => $"{request.Type} {request.Name}");
        Add(services, ResourceMonitorMethods.Invoke, request => request.Tok);
        Add(services, ResourceMonitorMethods.Call, request => request.Tok);
        Add(services, ResourceMonitorMethods.SignalAndWaitForShutdown, _ => "");
        Add(services, EngineMethods.SetRootResource);
        Add(services, EngineMethods.GetRootResource);
        Add(
            services,
            EngineMethods.Log,
            request => request.Severity == LogSeverity.Debug ? null : $"{request.Severity} {request.Urn}"
        );
        return services;
    }

    private void Add<TRequest, TResponse>(
        GrpcServices services,
        GrpcMethod<TRequest, TResponse> method,
        Func<TRequest, string?>? subject = null
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new() =>
        services.Add(
            method,
            (request, cancellationToken) =>
            {
                if (subject?.Invoke(request) is { } about)
                    _calls.Enqueue(new Fact(method.Name, about, RequestReader.Read(request)));
                return _engine.AnswerAsync(method, request, cancellationToken);
            }
        );
}
