using Engine.Previewing;
using Engine.Programs;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;

namespace Engine.Tests.Previewing;

/// <summary>A program that speaks the protocol over the wire, as any SDK does, from within the test.</summary>
internal sealed class FakeProgram(Func<FakeProgram, Task> body, int exitCode = 0) : IProgram
{
    public const string Stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

    private GrpcClient? _client;

    public GrpcClient Client => _client ?? throw new InvalidOperationException("The program does not run");

    public ProgramContext Context { get; private set; } = null!;

    public CancellationToken Stopped { get; private set; }

    /// <summary>Previews what a program does, as stack <c>dev</c> of project <c>shop</c>.</summary>
    public static Task<PreviewResult> PreviewAsync(
        Func<FakeProgram, Task> body,
        Func<PreviewOptions, PreviewOptions>? options = null,
        int exitCode = 0
    )
    {
        var plain = new PreviewOptions
        {
            Project = "shop",
            Stack = "dev",
            RootDirectory = Path.GetTempPath(),
            Program = new FakeProgram(body, exitCode),
        };
        return Preview.RunAsync(options?.Invoke(plain) ?? plain);
    }

    public async Task<ProgramExit> RunAsync(ProgramContext context, CancellationToken cancellationToken)
    {
        Context = context;
        Stopped = cancellationToken;
        using var client = new GrpcClient(context.Environment["PULUMI_MONITOR"]!);
        _client = client;
        await body(this);
        return new ProgramExit(exitCode);
    }

    public async Task<string> RegisterStackAsync() =>
        (await RegisterAsync(new() { Type = "pulumi:pulumi:Stack", Name = "shop-dev" })).Urn;

    public Task<RegisterResourceResponse> RegisterAsync(RegisterResourceRequest request) =>
        Client.CallAsync(ResourceMonitorMethods.RegisterResource, request);

    /// <summary>Registers a managed resource below the stack, the way the .NET SDK asks.</summary>
    public Task<RegisterResourceResponse> RegisterAsync(
        string type,
        string name,
        ObjectValue? inputs = null,
        Action<RegisterResourceRequest>? more = null
    )
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Custom = true,
            Parent = Stack,
            Object = WireWriter.Full.Write(inputs ?? ObjectValue.Empty),
            AcceptSecrets = true,
            AcceptResources = true,
        };
        more?.Invoke(request);
        return RegisterAsync(request);
    }

    public Task<RegisterResourceResponse> RegisterComponentAsync(
        string type,
        string name,
        Action<RegisterResourceRequest>? more = null
    ) =>
        RegisterAsync(
            type,
            name,
            null,
            request =>
            {
                request.Custom = false;
                more?.Invoke(request);
            }
        );

    public Task OutputsAsync(string urn, ObjectValue outputs) =>
        Client.CallAsync(
            ResourceMonitorMethods.RegisterResourceOutputs,
            new RegisterResourceOutputsRequest { Urn = urn, Outputs = WireWriter.Full.Write(outputs) }
        );

    public Task LogAsync(LogSeverity severity, string message) =>
        Client.CallAsync(EngineMethods.Log, new LogRequest { Severity = severity, Message = message });

    public Task ShutdownAsync() => Client.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty());

    public Task<ResourceInvokeResponse> InvokeAsync(string token, ObjectValue? args = null, string provider = "") =>
        Client.CallAsync(
            ResourceMonitorMethods.Invoke,
            new ResourceInvokeRequest
            {
                Tok = token,
                Args = WireWriter.Full.Write(args ?? ObjectValue.Empty),
                Provider = provider,
            }
        );
}
