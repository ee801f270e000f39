using System.Collections.Immutable;
using System.Diagnostics;
using Engine.Model;
using Engine.Monitor;
using Engine.Planning;
using Engine.Programs;
using Engine.Providers;
using Engine.Schemas;
using Engine.Values;
using Protocol.Server;

namespace Engine.Previewing;

/// <summary>Runs a program against the offline engine and says what its deployment would do. Nothing is contacted.</summary>
public static class Preview
{
    /// <summary>Previews one stack.</summary>
    /// <param name="options">What to preview.</param>
    /// <param name="cancellationToken">Gives up: the program is stopped.</param>
    /// <exception cref="InputException">The options cannot be used, or the program cannot be started.</exception>
    public static async Task<PreviewResult> RunAsync(PreviewOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var started = Stopwatch.GetTimestamp();
        var run = Context(options);
        ConfigSecrets.AddTo(run.Secrets, options.Config.Values);
        var services = new GrpcServices();
        var binder = new CallBinder(run);
        new MonitorCalls(run).AddTo(services, binder);
        new EngineCalls(run).AddTo(services, binder);
        ProgramExit? exit;
        await using (var server = await StartAsync(services, options.Program, cancellationToken))
            exit = await RunProgramAsync(options, run, server.Address, cancellationToken);
        run.Close();
        return Conclude(options, run, exit, started);
    }

    private static async Task<GrpcServer> StartAsync(
        GrpcServices services,
        IProgram program,
        CancellationToken cancellationToken
    ) => program.SharesProtocol ? GrpcServer.StartInProcess(services) : await GrpcServer.StartAsync(services, cancellationToken);

    private static RunContext Context(PreviewOptions options)
    {
        var log = new DiagnosticLog();
        var types = new ResourceTypes(SchemaLibrary.Default, options.Stack);
        return new RunContext
        {
            Project = options.Project,
            Stack = options.Stack,
            Organization = options.Organization,
            Config = options.Config,
            Parallel = options.Parallel,
            Assume = options.Assume,
            RootDirectory = options.RootDirectory,
            Planner = Planner(options),
            Types = types,
            Log = log,
            Models = new RemoteModels(log, types),
        };
    }

    private static IPlanner Planner(PreviewOptions options) =>
        options.Planner?.Invoke()
        ?? (options.Baseline is { } baseline ? new BaselinePlanner(baseline, Planning(options)) : new NewStackPlanner());

    private static PlannerOptions Planning(PreviewOptions options) =>
        options.Planning.Directory is null
            ? options.Planning with
            {
                Directory = options.WorkingDirectory ?? options.RootDirectory,
            }
            : options.Planning;

    private static async Task<ProgramExit?> RunProgramAsync(
        PreviewOptions options,
        RunContext run,
        string address,
        CancellationToken cancellationToken
    )
    {
        var outcome = new ProgramOutcome(run);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        run.Activity.Touch();
        var running = options.Program.RunAsync(
            new ProgramContext
            {
                Environment = ProgramVariables.Of(options, address),
                WorkingDirectory = options.WorkingDirectory ?? options.RootDirectory,
                Print = outcome.Print,
            },
            stop.Token
        );
        if (await Silence.EndsAsync(running, run.Activity, options.Timeout))
        {
            var exit = await running;
            outcome.Judge(exit);
            return exit;
        }
        run.Log.Add(Silence.Describe(run, options.Timeout));
        await stop.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return null;
    }

    private static PreviewResult Conclude(PreviewOptions options, RunContext run, ProgramExit? exit, long started)
    {
        using var entered = run.Graph.Gate.EnterScope();
        var steps = StepOrder.Of(run.Graph.Nodes);
        // What a program that failed did not register is not known to be unwanted.
        if (exit is { Code: 0, Crash: null })
            foreach (var step in run.Planner.Finish(run.Log.AddFinding))
            {
                run.Secrets.AddFrom(step);
                steps.Add(step);
            }
        var seal = new SecretSeal(run.Secrets, run.Log);
        ImmutableArray<PlanStep> sealedSteps = [.. steps.Where(seal.MayBeNamed).Select(seal.Seal)];
        var root = sealedSteps.FirstOrDefault(step => step.State.Type == Urns.StackType)?.New;
        var plan = new Plan
        {
            Project = options.Project,
            Stack = options.Stack,
            Config = options.Config.ToImmutableSortedDictionary(
                entry => entry.Key,
                entry => run.Secrets.MaskIn(entry.Value.Display),
                StringComparer.Ordinal
            ),
            Steps = sealedSteps,
            Assumptions = run.Assumptions.ToArray(run.Secrets.MaskIn),
            Outputs = root?.Outputs ?? ObjectValue.Empty,
            Diagnostics = run.Log.ToArray(run.Secrets.MaskIn),
            Duration = Stopwatch.GetElapsedTime(started),
        };
        return new PreviewResult(plan, run.Log.HasErrors || exit is not { Code: 0, Crash: null }, exit?.Code);
    }
}
