using System.Reflection;
using Protocol;

namespace Engine.Programs;

/// <summary>
/// A .NET program run inside this process, which saves starting another. It still speaks the protocol, message by message. While it runs, its
/// environment variables, console and working directory are those of the whole process, so one runs at a time.
/// </summary>
public sealed class InProcessProgram : IProgram
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    private const int CrashCode = 134;

    private readonly Func<Task<int>> _main;

    /// <summary>A program given as its entry point, which answers the exit code.</summary>
    /// <param name="main">The entry point.</param>
    /// <param name="sharesProtocol">Whether its SDK is this repository's. Default: it is.</param>
    public InProcessProgram(Func<Task<int>> main, bool sharesProtocol = true)
    {
        _main = main;
        SharesProtocol = sharesProtocol;
    }

    /// <inheritdoc/>
    public bool SharesProtocol { get; }

    /// <summary>The program of an assembly: its entry point is called with <paramref name="arguments"/>.</summary>
    /// <exception cref="InputException">There is no such assembly, or it is no program.</exception>
    public static InProcessProgram FromAssembly(string path, params string[] arguments)
    {
        if (!File.Exists(path))
            throw new InputException("program", [$"{path}: got nothing, want a built .NET assembly; build the program first"]);
        return new InProcessProgram(Main, IsOurSdk(path));

        Task<int> Main()
        {
            var entry =
                Assembly.LoadFrom(path).EntryPoint
                ?? throw new InputException("program", [$"{path}: got a library, want a program; set OutputType to Exe"]);
            var result = entry.Invoke(
                null,
                BindingFlags.DoNotWrapExceptions,
                null,
                entry.GetParameters().Length == 0 ? [] : [arguments],
                null
            );
            return result switch
            {
                int code => Task.FromResult(code),
                Task<int> code => code,
                Task done => WaitAsync(done),
                _ => Task.FromResult(Environment.ExitCode),
            };
        }
    }

    /// <inheritdoc/>
    public async Task<ProgramExit> RunAsync(ProgramContext context, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        var surroundings = new Surroundings(context);
        var ended = new TaskCompletionSource<ProgramExit>(TaskCreationOptions.RunContinuationsAsynchronously);
        // A thread of its own without this flow's context: an entry point may block, and must not see another run's ambient state.
        var thread = new Thread(() => ended.SetResult(Run())) { IsBackground = true, Name = "program" };
        thread.UnsafeStart();
        try
        {
            return await ended.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            surroundings.Dispose();
            OneAtATime.Release();
        }
    }

    private ProgramExit Run()
    {
        try
        {
            var code = _main().GetAwaiter().GetResult();
            // A program may drop the code that its run answered; the SDK has then set it for the process.
            return new ProgramExit(code == 0 ? Environment.ExitCode : code);
        }
#pragma warning disable CA1031 // Whatever a program throws is its crash, not ours.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return new ProgramExit(CrashCode, $"{crash.GetType().Name}: {crash.Message}");
        }
    }

    /// <summary>Whether the SDK beside a program is this repository's: the official one brings its own protocol client.</summary>
    private static bool IsOurSdk(string path)
    {
        var sdk = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "Pulumi.dll");
        return File.Exists(sdk)
            && Assembly
                .LoadFrom(sdk)
                .GetReferencedAssemblies()
                .Any(reference => reference.Name == typeof(GrpcClient).Assembly.GetName().Name);
    }

    private static async Task<int> WaitAsync(Task done)
    {
        await done;
        return Environment.ExitCode;
    }
}
