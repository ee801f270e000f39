using System.Collections.Concurrent;
using Conformance.Tests.Recording;
using Engine.Programs;

namespace Conformance.Tests.Running;

/// <summary>Runs a program against an engine that pretends to deploy.</summary>
internal sealed record PretendedUpdate(IReadOnlyList<Fact> Calls, int ExitCode, string Printed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<PretendedUpdate> RunAsync(IProgram program, string name)
    {
        await using var recorder = await Recorder.StartAsync(new Deployed());
        using var patience = new CancellationTokenSource(Patience);
        var printed = new ConcurrentQueue<string>();
        var context = new ProgramContext
        {
            Environment = Settings.Variables(recorder.Address),
            WorkingDirectory = NodePackages.ProgramFolder(name),
            Print = line => printed.Enqueue(line.Text),
        };
        var exit = await program.RunAsync(context, patience.Token);
        return new PretendedUpdate(recorder.Calls, exit.Code, string.Join('\n', printed));
    }
}
