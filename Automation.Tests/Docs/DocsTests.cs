using Automation.Tests.Inline;
using Pulumi.Automation;

namespace Automation.Tests.Docs;

/// <summary>docs/automation.md says what is so.</summary>
public sealed class DocsTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "automation.md"));

    [Test]
    public void Every_block_of_code_is_cut_from_a_file_that_is_compiled()
    {
        var sources = new[] { Path.Combine("examples", "automation"), Path.Combine("Automation.Tests", "Docs") }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs"))
            .Select(file => Flat(File.ReadAllText(file)))
            .ToList();
        var blocks = Text.Split("```csharp\n")
            .Skip(1)
            .Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)])
            .ToList();

        Assert.That(blocks, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var block in blocks)
                Assert.That(sources.Any(source => source.Contains(Flat(block), StringComparison.Ordinal)), Is.True, block);
        }
    }

    [Test]
    public async Task The_program_it_shows_runs() =>
        Assert.That(await ShopDeployment.UpAsync(new EngineCommand()), Is.EqualTo("shop-dev"));

    [TestCase("RemoteWorkspace")]
    [TestCase("LocalPulumiCommand.Install")]
    [TestCase("PulumiCommand.Version")]
    [TestCase("Commands.API")]
    [TestCase("Serialization")]
    [TestCase("PulumiSdkVersionAttribute")]
    public void What_is_left_out_is_said(string name)
    {
        var official = File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Api", "official-3.112.1.txt"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text, Does.Contain($"`{name}`"));
            Assert.That(official.Where(line => line.Contains($".{name} :") || line.Contains($".{name}(")), Is.Empty);
        }
    }

    [Test]
    public void Every_exception_it_names_is_there() =>
        Assert.That(
            typeof(LocalWorkspace)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsAssignableTo(typeof(Exception)))
                .Select(type => type.Name),
            Is.All.Matches<string>(name => Text.Contains($"`{name}`", StringComparison.Ordinal))
        );

    private static string Flat(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
