using System.Text.Json;
using Infra.Cli.Output.Report;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Infra.Cli.Tests;
using Infra.Tests;
using Report.Tests.Pages;

namespace Report.Tests.Browser;

/// <summary>
/// What a reader does with the page, in a headless Chromium: one run over all scripts of <c>node/checks</c>, a test for each. Every one of them fails too where
/// the page says an error or asks for anything.
/// </summary>
[NeedsTools("nodejs npm chromium", "node", "npm", "chromium")]
public sealed class BrowserTests
{
    private Dictionary<string, string?> _told = [];

    private static IEnumerable<TestCaseData> Checks() =>
        Directory
            .EnumerateFiles(Path.Combine(NodePackages.Folder, "checks"), "*.mjs")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .Select(file => new TestCaseData(file).SetArgDisplayNames(Path.GetFileNameWithoutExtension(file)));

    [OneTimeSetUp]
    public async Task Run_the_browser()
    {
        await NodePackages.InstallAsync();
        // They stay there, to be looked at where a check fails.
        var folder = Directory.CreateDirectory(Path.Combine(TestContext.CurrentContext.TestDirectory, "pages")).FullName;
        var results = Path.Combine(folder, "results.json");
        var prod = await StackReports.OfAsync(
            StackTarget.Of(Repository.Root, "prod"),
            StackTarget.Of(Repository.Root, "dev"),
            null,
            CancellationToken.None
        );
        File.WriteAllText(Path.Combine(folder, "prod.html"), new ReportPage(prod).Write());
        File.WriteAllText(Path.Combine(folder, "whole.html"), SamplePages.Whole());
        File.WriteAllText(Path.Combine(folder, "empty.html"), SamplePages.Empty());
        var ran = await Running.Async(
            "node",
            [Path.Combine(NodePackages.Folder, "run.mjs"), folder, results],
            NodePackages.Folder,
            limit: TimeSpan.FromMinutes(10)
        );
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        _told = JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllText(results))!;
    }

    [TestCaseSource(nameof(Checks))]
    public void In_a_browser(string check)
    {
        Assert.That(_told, Contains.Key(check));
        Assert.That(_told[check], Is.Null);
    }
}
