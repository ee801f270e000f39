using Conformance.Tests.Running;

namespace Conformance.Tests;

/// <summary>What reaches the engine of a program that fails. Both SDKs say why; how far they get until then is their own affair.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FailureTests
{
    /// <summary>The cases that fail.</summary>
    public static IEnumerable<string> Cases => Failures.Select(failure => (string)failure.Arguments[0]!);

    private static IEnumerable<TestCaseData> Failures =>
        [
            new("fails-with-run-error", "the settings are wrong", 32, 32),
            new("fails-with-resource-error", "the area is too small", 32, 32),
            new("fails-with-exception", "unexpected", 32, 32),
            new("fails-in-apply", "no such value", 32, 32),
            // An error that is only logged ends a .NET program with 1; Node leaves the verdict to the engine.
            new("fails-by-logging", "something is wrong", 0, 1),
            new("missing-config", "pulumi config set conformance:absent", 32, 32),
            new("duplicate-names", "random:index/randomPet:RandomPet::twin", 32, 32),
        ];

    [TestCaseSource(nameof(Failures))]
    public async Task The_engine_is_told_why(string name, string message, int nodeExitCode, int csharpExitCode)
    {
        var node = await RecordedPreview.RunAsync(CasePrograms.Node(name), name);
        var csharp = await RecordedPreview.RunAsync(CasePrograms.CSharp(name), name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(node.Result.ExitCode, Is.EqualTo(nodeExitCode));
            Assert.That(csharp.Result.ExitCode, Is.EqualTo(csharpExitCode));
            Assert.That(node.Result.Problems.Select(problem => problem.Message), Has.Some.Contains(message));
            Assert.That(csharp.Result.Problems.Select(problem => problem.Message), Has.Some.Contains(message));
            Assert.That(csharp.Calls.Select(call => call.Kind), Has.None.EqualTo("SignalAndWaitForShutdown"));
        }
    }
}
