using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

public sealed partial class Deployment
{
    private const int FailedAndSaidSo = 32;

    /// <summary>Runs a program without outputs.</summary>
    /// <param name="action">The program.</param>
    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object?}}}, StackOptions?)"/>
    public static Task<int> RunAsync(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(() =>
        {
            action();
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        });
    }

    /// <summary>Runs a program.</summary>
    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object?}}}, StackOptions?)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(() => Task.FromResult(func()));
    }

    /// <summary>Runs a program without outputs.</summary>
    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object?}}}, StackOptions?)"/>
    public static Task<int> RunAsync(Func<Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(async () =>
        {
            await func().ConfigureAwait(false);
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        });
    }

    /// <summary>Runs a program.</summary>
    /// <param name="func">The program; it answers the outputs of the stack.</param>
    /// <param name="options">Options of the stack. Default: none.</param>
    /// <returns>
    /// The exit code of the process: 0; 32 if the program failed and the engine was told why; 1 if it went on after an error it logged, or
    /// the engine could not be told.
    /// </returns>
    /// <exception cref="InvalidOperationException">The program was not started by the Pulumi engine.</exception>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunProgramAsync(() => _ = new Stack(func, options));
    }

    /// <summary>Runs a program that is a class: its constructor makes the resources, its marked properties are the outputs.</summary>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object?}}}, StackOptions?)"/>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() => RunProgramAsync(() => Make<TStack>().RegisterPropertyOutputs());

    /// <inheritdoc cref="RunAsync{TStack}()"/>
    /// <param name="serviceProvider">Makes the object of the class.</param>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return RunProgramAsync(() => Resolve<TStack>(serviceProvider).RegisterPropertyOutputs());
    }

    // new TStack() would wrap what the constructor throws.
    private static TStack Make<TStack>()
        where TStack : Stack, new() =>
        (TStack)
            Activator.CreateInstance(typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!;

    private static TStack Resolve<TStack>(IServiceProvider services)
        where TStack : Stack => (TStack)Resolve(services, typeof(TStack));

    private static Stack Resolve(IServiceProvider services, Type type) =>
        services.GetService(type) as Stack
        ?? throw new InvalidOperationException(
            $"The service provider has no {type.FullName}; register it before the deployment is run."
        );

    private static async Task<int> RunProgramAsync(Action start)
    {
        var deployment = FromEnvironment();
        using (deployment.Monitor as IDisposable)
        using (deployment.Engine as IDisposable)
        {
            var exitCode = await deployment.RunToEndAsync(start).ConfigureAwait(false);
            if (exitCode == 0)
                await deployment.Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
            else
                Environment.ExitCode = exitCode; // for a Main that drops the result
            return exitCode;
        }
    }

    // An async method: what it sets in AsyncLocals is gone for the caller when it returns, so runs do not see each other.
    private async Task<int> RunToEndAsync(Action start, Action<Exception>? onFailure = null)
    {
        if (Local.Value is not null)
            throw new InvalidOperationException("A deployment cannot be run inside of another one.");
        Local.Value = new DeploymentInstance(this);
        try
        {
            start();
        }
        catch (Exception e)
        {
            Runner.Track(Task.FromException(e));
        }

        var told = false;
        await Runner
            .WaitAsync(async failure =>
            {
                onFailure?.Invoke(failure);
                told |= await TellAsync(failure).ConfigureAwait(false);
            })
            .ConfigureAwait(false);
        return told ? FailedAndSaidSo
            : Runner.HasFailed || Logger.LoggedErrors ? 1
            : 0;
    }

    /// <summary>Tells people of a failure: through the engine, unless telling the engine is what failed.</summary>
    private async Task<bool> TellAsync(Exception failure)
    {
        if (failure is LogException)
        {
            await Console.Error.WriteLineAsync($"{failure.Message}\n{failure.InnerException}").ConfigureAwait(false);
            return false;
        }

        var telling = failure switch
        {
            RunException => Logger.Error(failure.Message),
            ResourceException { HideStack: true } known => Logger.Error(known.Message, known.Resource),
            ResourceException known => Logger.Error(known.ToString(), known.Resource),
            _ => Logger.Error(
                $"The program {Assembly.GetEntryAssembly()?.GetName().Name} failed with an exception it did not handle:\n{failure}"
            ),
        };
        await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return telling.IsCompletedSuccessfully;
    }
}
