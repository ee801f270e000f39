using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Protocol;
using Protocol.Server;
using Pulumirpc;

namespace Pulumi.Automation.Inline;

/// <summary>Serves a program of this process to the engine, as the language runtime that runs it, until it is disposed.</summary>
internal sealed class InlineProgram : IAsyncDisposable
{
    // The version the language runtime says it has; nobody looks at it.
    private const string RuntimeVersion = "1.0.0";

    private readonly PulumiFn _program;
    private readonly ILogger? _logger;
    private readonly CancellationToken _cancelled;
    private GrpcServer? _server;

    private InlineProgram(PulumiFn program, ILogger? logger, CancellationToken cancelled) =>
        (_program, _logger, _cancelled) = (program, logger, cancelled);

    /// <summary>What the CLI is told: <c>127.0.0.1:port</c>.</summary>
    public string Address => _server!.Address;

    /// <summary>What the program failed with; nothing if it did not.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>Starts to serve.</summary>
    /// <param name="program">The program.</param>
    /// <param name="logger">Takes what its runs have to say. Default: nobody does.</param>
    /// <param name="cancellationToken">Ends a run.</param>
    public static async Task<InlineProgram> StartAsync(PulumiFn program, ILogger? logger, CancellationToken cancellationToken)
    {
        var inline = new InlineProgram(program, logger, cancellationToken);
        var services = new GrpcServices()
            .Add(LanguageRuntimeMethods.Run, inline.RunAsync)
            .Add(LanguageRuntimeMethods.GetRequiredPlugins, (_, _) => Task.FromResult(new GetRequiredPluginsResponse()))
            .Add(
                LanguageRuntimeMethods.GetPluginInfo,
                (_, _) => Task.FromResult(new Pulumirpc.PluginInfo { Version = RuntimeVersion })
            );
        inline._server = await GrpcServer.StartAsync(services, cancellationToken).ConfigureAwait(false);
        return inline;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task<RunResponse> RunAsync(RunRequest request, CancellationToken engineGaveUp)
    {
        if (_cancelled.IsCancellationRequested || engineGaveUp.IsCancellationRequested)
            return new();
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(_cancelled, engineGaveUp);
        var run = Read(request);
        InlineLog.Started(_logger, request.Project, request.Stack, request.DryRun);
        var outcome = await Deployment.RunInlineAsync(run, _program.Start(ends.Token)).ConfigureAwait(false);
        InlineLog.Ended(_logger, request.Project, request.Stack, outcome.ExitCode);
        if (outcome.ExitCode == 0)
            return new();
        Failure = outcome.Failure is { } failure ? ExceptionDispatchInfo.Capture(failure) : null;
        // The user has been told by the log of the engine.
        return new() { Bail = true, Error = outcome.Failure?.Message ?? "The program logged errors." };
    }

    private static InlineRun Read(RunRequest request)
    {
        var engine = request.Args.Count > 0 ? request.Args[0] : "";
        if (engine.Length == 0 || request.MonitorAddress.Length == 0 || request.Project.Length == 0 || request.Stack.Length == 0)
            throw new GrpcException(
                GrpcStatusCode.InvalidArgument,
                $"got engine '{engine}', monitor '{request.MonitorAddress}', project '{request.Project}' and stack '{request.Stack}', want none of them empty"
            );
        var organization = request.Organization.Length > 0 ? request.Organization : DeploymentFacts.DefaultOrganization;
        var root = request.Info?.RootDirectory is { Length: > 0 } directory ? directory : null;
        return new(
            request.MonitorAddress,
            engine,
            new(request.Project, request.Stack, organization, request.DryRun, root),
            new ConfigValues(request.Config, request.ConfigSecretKeys)
        );
    }
}
