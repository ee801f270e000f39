using Infra.Tests;

namespace Infra.Cli.Tests.Workflows;

/// <summary>What shellcheck says of the scripts: actionlint asks it only where both are installed.</summary>
[NeedsTools("shellcheck", "shellcheck")]
public sealed class ShellcheckTests
{
    private static IEnumerable<TestCaseData> Scripts() =>
        from file in WorkflowFiles.All
        from step in WorkflowFiles.Steps(file)
        let script = step.Text("run")
        where script is not null
        select new TestCaseData(script).SetArgDisplayNames(file, step.Text("name") ?? script.Split('\n')[0]);

    [TestCaseSource(nameof(Scripts))]
    public async Task It_finds_nothing(string script)
    {
        using var folder = new TemporaryFolder().With("step.sh", script);
        var ran = await Running.Async("shellcheck", ["--shell=bash", "step.sh"], folder.Path);
        Assert.That(ran.Out, Is.Empty);
    }
}
