namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program whose engine called it, rather than started it; the environment and the exit code of the process are left alone.</summary>
    /// <param name="run">What the engine said.</param>
    /// <param name="start">Makes the stack: one of <c>Starting</c>.</param>
    internal static async Task<InlineOutcome> RunInlineAsync(InlineRun run, Action start)
    {
        using var monitor = new GrpcMonitor(run.Monitor);
        using var engine = new GrpcEngine(run.Engine);
        var deployment = new Deployment(monitor, engine, run.Facts, run.Config);
        Exception? first = null;
        var exitCode = await deployment.RunToEndAsync(start, failure => first ??= failure).ConfigureAwait(false);
        if (exitCode == 0)
            await monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        return new(exitCode, first);
    }

    /// <summary>The start of a program that is a function.</summary>
    internal static Action Starting(Func<Task<IDictionary<string, object?>>> body) => () => _ = new Stack(body, options: null);

    /// <summary>The start of a program that is a class.</summary>
    internal static Action Starting<TStack>()
        where TStack : Stack, new() => () => Make<TStack>().RegisterPropertyOutputs();

    /// <summary>The start of a program that is a class whose object a service provider makes.</summary>
    internal static Action Starting(IServiceProvider services, Type stackType) =>
        () => Resolve(services, stackType).RegisterPropertyOutputs();
}
