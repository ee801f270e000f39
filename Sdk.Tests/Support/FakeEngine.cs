using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Protocol.Server;
using Pulumi;
using Pulumirpc;

namespace Sdk.Tests.Support;

/// <summary>
/// An engine that writes down every call and answers as simply as it can: URNs as the real one makes them, inputs as outputs, the id of a
/// resource not known in a preview. What a test wants to be different it says in the properties.
/// </summary>
internal sealed class FakeEngine
{
    private readonly ConcurrentQueue<(string Method, IMessage Message)> _calls = [];

    public HashSet<string> Features { get; } = ["resourceReferences", "aliasSpecs", "outputValues", "deletedWith", "replaceWith"];

    public bool IsPreview { get; init; } = true;

    public bool OverHttp { get; init; }

    /// <summary>Changes the answer to a registration.</summary>
    public Action<RegisterResourceRequest, RegisterResourceResponse> OnRegister { get; init; } = (_, _) => { };

    public Func<ResourceInvokeRequest, ResourceInvokeResponse> OnInvoke { get; init; } =
        request => new() { Return = request.Args };

    public Func<ResourceCallRequest, CallResponse> OnCall { get; init; } = request => new() { Return = request.Args };

    public Func<ReadResourceRequest, ReadResourceResponse>? OnRead { get; init; }

    public Action OnShutdown { get; init; } = () => { };

    public Action<LogRequest> OnLog { get; init; } = _ => { };

    public string Config { get; init; } = "{}";

    public string SecretKeys { get; init; } = "[]";

    public ImmutableArray<string> Methods => [.. _calls.Select(call => call.Method)];

    public ImmutableArray<RegisterResourceRequest> Registered => Calls<RegisterResourceRequest>();

    public ImmutableArray<LogRequest> Logged => Calls<LogRequest>();

    public ImmutableArray<string> Errors =>
        [.. Logged.Where(log => log.Severity == LogSeverity.Error).Select(log => log.Message)];

    public ImmutableArray<TMessage> Calls<TMessage>()
        where TMessage : IMessage => [.. _calls.Select(call => call.Message).OfType<TMessage>()];

    public RegisterResourceRequest One(string name) => Registered.Single(request => request.Name == name);

    public Task<int> RunAsync(Action program) => StartAsync(() => Deployment.RunAsync(program));

    public Task<int> RunAsync(Func<Task> program) => StartAsync(() => Deployment.RunAsync(program));

    /// <summary>Runs a program that starts its deployment itself.</summary>
    public async Task<int> StartAsync(Func<Task<int>> run)
    {
        var services = Services();
        await using var server = OverHttp ? await GrpcServer.StartAsync(services) : GrpcServer.StartInProcess(services);
        using var environment = new EnvironmentScope(Variables(server.Address));
        var before = System.Environment.ExitCode;
        try
        {
            return await run().WaitAsync(TimeSpan.FromMinutes(1)); // a program that hangs fails its test
        }
        finally
        {
            ExitCode = System.Environment.ExitCode;
            System.Environment.ExitCode = before;
        }
    }

    /// <summary>The exit code the process had after the run, whether or not the program hands it on.</summary>
    public int ExitCode { get; private set; }

    public IEnumerable<(string, string?)> Variables(string address) =>
        [
            ("PULUMI_MONITOR", address),
            ("PULUMI_ENGINE", address),
            ("PULUMI_PROJECT", "shop"),
            ("PULUMI_STACK", "dev"),
            ("PULUMI_DRY_RUN", IsPreview ? "true" : "false"),
            ("PULUMI_QUERY_MODE", "false"),
            ("PULUMI_PARALLEL", "4"),
            ("PULUMI_CONFIG", Config),
            ("PULUMI_CONFIG_SECRET_KEYS", SecretKeys),
        ];

    private GrpcServices Services()
    {
        var services = new GrpcServices();
        Answer(services, ResourceMonitorMethods.SupportsFeature, r => new() { HasSupport = Features.Contains(r.Id) });
        Answer(services, ResourceMonitorMethods.RegisterResource, Register);
        Answer(services, ResourceMonitorMethods.RegisterResourceOutputs, _ => new Empty());
        Answer(services, ResourceMonitorMethods.ReadResource, OnRead ?? Read);
        Answer(services, ResourceMonitorMethods.Invoke, OnInvoke);
        Answer(services, ResourceMonitorMethods.Call, OnCall);
        Answer(services, ResourceMonitorMethods.SignalAndWaitForShutdown, _ => Done(OnShutdown));
        Answer(services, EngineMethods.Log, log => Done(() => OnLog(log)));
        return services;
    }

    private static Empty Done(Action action)
    {
        action();
        return new();
    }

    private void Answer<TRequest, TResponse>(
        GrpcServices services,
        GrpcMethod<TRequest, TResponse> method,
        Func<TRequest, TResponse> answer
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new() =>
        services.Add(
            method,
            (request, _) =>
            {
                _calls.Enqueue((method.Name, request));
                return Task.FromResult(answer(request));
            }
        );

    private RegisterResourceResponse Register(RegisterResourceRequest request)
    {
        var answer = new RegisterResourceResponse
        {
            Urn = UrnOf(request.Parent, request.Type, request.Name),
            Id = request.Custom && !IsPreview ? $"{request.Name}-id" : "",
            Object = request.Object,
        };
        OnRegister(request, answer);
        return answer;
    }

    private static ReadResourceResponse Read(ReadResourceRequest request) =>
        new() { Urn = UrnOf(request.Parent, request.Type, request.Name), Properties = request.Properties };

    public static string UrnOf(string parent, string type, string name)
    {
        var chain = parent.Length == 0 || parent.Contains("::pulumi:pulumi:Stack::") ? "" : parent.Split("::")[2] + "$";
        return $"urn:pulumi:dev::shop::{chain}{type}::{name}";
    }
}
