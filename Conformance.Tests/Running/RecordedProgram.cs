using Conformance.Tests.Recording;
using Engine.Programs;

namespace Conformance.Tests.Running;

/// <summary>A program whose calls are recorded on their way to the engine.</summary>
internal sealed class RecordedProgram(IProgram program) : IProgram
{
    /// <summary>What it called; whole once it has ended.</summary>
    public Recorder Recorder { get; private set; } = null!;

    public async Task<ProgramExit> RunAsync(ProgramContext context, CancellationToken cancellationToken)
    {
        using var engine = new EngineAt(context.Environment["PULUMI_ENGINE"]!);
        await using var recorder = Recorder = await Recorder.StartAsync(engine);
        var environment = new Dictionary<string, string?>(context.Environment)
        {
            ["PULUMI_ENGINE"] = recorder.Address,
            ["PULUMI_MONITOR"] = recorder.Address,
        };
        return await program.RunAsync(context with { Environment = environment }, cancellationToken);
    }
}
