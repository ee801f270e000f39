using Conformance.Tests.Comparison;
using Conformance.Tests.Programs;
using Conformance.Tests.Running;

namespace Conformance.Tests;

/// <summary>The same program in JavaScript under the official SDK and in C# under ours, previewed by our engine.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PreviewTests
{
    private static IEnumerable<string> Cases => Host.Cases.Except(FailureTests.Cases);

    [Test]
    public void Every_case_is_written_in_both_languages() => Assert.That(Host.Cases, Is.EqualTo(NodePackages.Cases));

    [TestCaseSource(nameof(Cases))]
    public async Task Both_languages_say_the_same_and_get_the_same_plan(string name)
    {
        var node = await RecordedPreview.RunAsync(CasePrograms.Node(name), name);
        var csharp = await RecordedPreview.RunAsync(CasePrograms.CSharp(name), name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(node.Result.Problems, Is.Empty);
            Assert.That(csharp.Result.Problems, Is.Empty);
            var said = Differences.Between(node.Calls, csharp.Calls);
            Assert.That(said, Is.Empty, Differences.Text("what they register", said));
            var planned = Differences.Between(node.Steps, csharp.Steps);
            Assert.That(planned, Is.Empty, Differences.Text("the plan that comes of it", planned));
            Assert.That(csharp.Steps.Count(), Is.GreaterThan(1));
        }
    }
}
