using Infra.Cli;
using Infra.Cli.Tests;

namespace Report.Tests;

/// <summary><c>infra report</c> as a process.</summary>
public sealed class ReportCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_page_is_written_and_an_earlier_one_replaced()
    {
        File.WriteAllText(_project.File("report.html"), "earlier");
        var ran = await ReportAsync("dev", "-o", "report.html");
        var page = File.ReadAllText(_project.File("report.html"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Match("^report.html  [0-9]+ kB, [0-9]+ resources of dev\n$"));
            Assert.That(page, Does.StartWith("<!DOCTYPE html>\n<html lang=\"en\">").And.EndWith("</html>\n"));
            Assert.That(page, Does.Not.Contain("id=\"changes\"").And.Not.Contain("id=\"differences\""));
            Assert.That(Directory.EnumerateFiles(_project.Path, ".report.html*"), Is.Empty, "the temporary file is gone");
        }
    }

    [Test]
    public async Task Against_what_is_deployed_and_another_environment_there_are_changes_and_differences()
    {
        var saved = await Cli.RunAsync(_project.Path, "preview", "web-platform-dev", "--save", "deployed.json");
        File.AppendAllText(_project.File("Pulumi.web-platform-dev.yaml"), "      healthPath: /alive\n");
        var ran = await ReportAsync(
            "web-platform-dev",
            "--output",
            "report.html",
            "--baseline",
            "deployed.json",
            "--compare",
            "web-platform-prod"
        );
        var page = File.ReadAllText(_project.File("report.html"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.ExitCode, Is.Zero, saved.ToString());
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(page, Does.Contain("<code>healthCheck.path</code> <del>").And.Contain("<ins>/alive</ins>"));
            Assert.That(page, Does.Contain("web-platform-dev → web-platform-prod: "));
        }
    }

    [Test]
    public async Task All_that_is_wrong_with_the_arguments_is_told_at_once_and_nothing_is_written()
    {
        var ran = await ReportAsync("dev", "-o", "missing/report.htm", "--compare", "taskflow-dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput));
            Assert.That(
                ran.Error,
                Does.StartWith("infra report: 3 problems\n")
                    .And.Contain(
                        "  --output: got missing/report.htm, want a name that ends in .html, for example missing/report.html\n"
                    )
                    .And.Contain("  --output: got missing/report.htm, want a file in a folder that is there; mkdir -p missing\n")
                    .And.Contain(
                        "  --compare: got dev of idp-server and taskflow-dev of taskflow, want two stacks of one system; compare dev with prod or staging\n"
                    )
            );
            Assert.That(Directory.Exists(_project.File("missing")), Is.False);
        }
    }

    [TestCase("dev", "--output: got nothing, want the file to write, for example -o report.html")]
    [TestCase("nope -o report.html", "stack nope: 1 problem")]
    [TestCase("dev -o report.html --compare dev", "--compare: got dev twice, want two stacks; compare dev with prod or staging")]
    [TestCase("dev -o report.html --compare nope", "stack nope: 1 problem")]
    [TestCase("dev -o report.html --baseline nope.json", "nope.json")]
    [TestCase("dev -o folder.html", "--output: got folder.html, which is a folder, want a file")]
    [TestCase("dev -o report.html --comprae prod", "did you mean --compare?")]
    public async Task What_cannot_be_used_is_bad_input_with_a_way_out(string arguments, string said)
    {
        Directory.CreateDirectory(_project.File("folder.html"));
        var ran = await ReportAsync(arguments.Split(' '));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput));
            Assert.That(ran.Error, Does.Contain(said));
            Assert.That(File.Exists(_project.File("report.html")), Is.False);
        }
    }

    [Test]
    public async Task Settings_that_cannot_be_used_leave_an_earlier_page_as_it_is()
    {
        File.WriteAllText(_project.File("report.html"), "earlier");
        File.AppendAllText(_project.File("Pulumi.dev.yaml"), "    databse: {}\n");
        var ran = await ReportAsync("dev", "-o", "report.html");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Error, Does.Contain("databse: unknown key; did you mean database?"));
            Assert.That(File.ReadAllText(_project.File("report.html")), Is.EqualTo("earlier"));
        }
    }

    private Task<Ran> ReportAsync(params string[] arguments) => Cli.RunAsync(_project.Path, ["report", .. arguments]);
}
