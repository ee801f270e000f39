using System.Xml.Linq;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra graph</c> on the program and the stack files of this repository.</summary>
public sealed class GraphCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task The_ending_of_the_name_decides_the_form()
    {
        var svg = await RunAsync("dev", "-o", "dev.svg", "--theme", "dark");
        var html = await RunAsync("dev", "--output", "dev.HTML");
        var mermaid = await RunAsync("dev", "-o", "dev.mmd");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(svg.ExitCode, Is.Zero, svg.ToString());
            Assert.That(svg.Out, Does.Match(@"^dev\.svg: [0-9]+ cards for [0-9]+ resources\n$"));
            Assert.That((string?)XDocument.Load(_project.File("dev.svg")).Root!.Attribute("data-theme"), Is.EqualTo("dark"));
            Assert.That(html.ExitCode, Is.Zero, html.ToString());
            Assert.That(File.ReadAllText(_project.File("dev.HTML")), Does.StartWith("<!doctype html>").And.Contain("<svg "));
            Assert.That(mermaid.ExitCode, Is.Zero, mermaid.ToString());
            Assert.That(File.ReadAllText(_project.File("dev.mmd")), Does.Contain("\nflowchart TB\n"));
            Assert.That(Directory.EnumerateFiles(_project.Path, "*.new"), Is.Empty);
        }
    }

    [TestCase]
    [TestCase("-o", "-")]
    public async Task Standard_output_gets_Mermaid(params string[] output)
    {
        var ran = await RunAsync(["taskflow-dev", .. output]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.StartWith("---\ntitle: \"Architecture of taskflow · dev\"\n---\nflowchart TB\n"));
            Assert.That(ran.Error, Is.Empty);
        }
    }

    [Test]
    public async Task A_name_without_a_known_ending_is_refused_with_those_that_there_are()
    {
        var ran = await RunAsync("dev", "-o", "missing/dev.png");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput));
            Assert.That(ran.Error, Does.Contain("--output: got missing/dev.png, want a name that ends in .svg, .html or .mmd"));
            Assert.That(ran.Error, Does.Contain("want a file in a folder that is there; mkdir -p missing"));
        }
    }

    [Test]
    public async Task A_theme_that_there_is_not_is_refused()
    {
        var ran = await RunAsync("dev", "--theme", "pink");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput));
            Assert.That(ran.Error, Is.EqualTo("infra graph: 1 problem\n  --theme: got pink, want light, dark or auto\n"));
        }
    }

    private Task<Ran> RunAsync(params string[] arguments) => Cli.RunAsync(_project.Path, ["graph", .. arguments]);
}
