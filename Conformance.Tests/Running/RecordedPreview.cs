using Conformance.Tests.Comparison;
using Conformance.Tests.Recording;
using Engine.Previewing;
using Engine.Programs;

namespace Conformance.Tests.Running;

/// <summary>A preview by our engine, and what the program called on the way.</summary>
internal sealed record RecordedPreview(IReadOnlyList<Fact> Calls, IReadOnlyList<string> Errors, PreviewResult Result)
{
    /// <summary>The plan, step by step.</summary>
    public IEnumerable<Fact> Steps => Result.Plan.Steps.Select(PlanReader.Read);

    public static async Task<RecordedPreview> RunAsync(IProgram program, string name)
    {
        var recorded = new RecordedProgram(program);
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = Settings.Project,
                Stack = Settings.Stack,
                RootDirectory = NodePackages.ProgramFolder(name),
                Config = Settings.Config,
                Program = recorded,
            }
        );
        return new RecordedPreview(recorded.Recorder.Calls, [.. recorded.Recorder.Errors], result);
    }
}
