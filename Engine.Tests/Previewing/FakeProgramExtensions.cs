using Engine.Planning;
using Engine.Previewing;

namespace Engine.Tests.Previewing;

/// <summary>What tests ask of a result.</summary>
internal static class FakeProgramExtensions
{
    /// <summary>The step of the resource with this name, the only one of it.</summary>
    public static PlanStep Step(this PreviewResult result, string name) =>
        result.Plan.Steps.Single(step => step.State.Name == name);

    public static IEnumerable<string> Texts(this PreviewResult result, Severity severity) =>
        result.Plan.Diagnostics.Where(diagnostic => diagnostic.Severity == severity).Select(diagnostic => diagnostic.Message);

    public static string OnlyProblem(this PreviewResult result) => result.Problems.Single().Message;
}
