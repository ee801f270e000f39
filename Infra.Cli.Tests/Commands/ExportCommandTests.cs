using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra export terraform</c> on the program and the stack files of this repository.</summary>
public sealed class ExportCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task The_plan_goes_to_standard_output_or_to_a_file()
    {
        var shown = await RunAsync("taskflow-dev");
        var written = await RunAsync("taskflow-dev", "-o", "plan.json");
        using var document = JsonDocument.Parse(shown.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.ExitCode, Is.Zero, shown.ToString());
            Assert.That(shown.Error, Is.Empty);
            Assert.That(document.RootElement.GetProperty("format_version").GetString(), Is.EqualTo("1.2"));
            Assert.That(
                document.RootElement.GetProperty("variables").GetProperty("stack").GetProperty("value").GetString(),
                Is.EqualTo("taskflow-dev")
            );
            Assert.That(written.ExitCode, Is.Zero, written.ToString());
            Assert.That(written.Out, Does.Match("^plan.json: [0-9]+ resources\n$"));
            Assert.That(await File.ReadAllTextAsync(_project.File("plan.json")), Is.EqualTo(shown.Out));
        }
    }

    [Test]
    public async Task Against_a_baseline_only_what_changes_is_a_change()
    {
        var saved = await Cli.RunAsync(_project.Path, "preview", "taskflow-dev", "--no-guardrails", "--save", "old.json");
        var ran = await RunAsync("taskflow-dev", "--baseline", "old.json");
        using var document = JsonDocument.Parse(ran.Out);
        var actions = document
            .RootElement.GetProperty("resource_changes")
            .EnumerateArray()
            .Select(change => change.GetProperty("change").GetProperty("actions")[0].GetString())
            .Distinct();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.ExitCode, Is.Zero, saved.ToString());
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(actions, Is.EqualTo(["no-op"]));
        }
    }

    [TestCase("prood", "did you mean prod?")]
    [TestCase("dev -o .", "--output: got ., which is a folder, want a file")]
    [TestCase(
        "dev -o nowhere/plan.json",
        "--output: got nowhere/plan.json, want a file in a folder that is there; mkdir -p nowhere"
    )]
    [TestCase("dev --baseline nowhere.json", "nowhere.json")]
    [TestCase("dev --baselin old.json", "--baselin: did you mean --baseline?")]
    public async Task What_cannot_be_exported_is_bad_input(string arguments, string text)
    {
        var ran = await RunAsync(arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(text).And.Not.Contain("   at "));
        Assert.That(ran.Out, Is.Empty);
    }

    private Task<Ran> RunAsync(params string[] arguments) => Cli.RunAsync(_project.Path, ["export", "terraform", .. arguments]);
}
