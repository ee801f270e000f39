using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Commands;

/// <summary>The resource count of <c>infra stacks</c>, on the program and the stack files of this repository.</summary>
public sealed class StacksCountTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task The_count_is_what_a_preview_says_is_to_create()
    {
        var list = await Cli.RunAsync(_project.Path, "stacks", "--json");
        Assert.That(list.ExitCode, Is.Zero, list.ToString());
        using var stacks = JsonDocument.Parse(list.Out);
        // One stack of each system: the others are counted in the same way, and each preview here starts a process.
        foreach (var stack in stacks.RootElement.EnumerateArray().DistinctBy(stack => stack.GetProperty("system").GetString()))
        {
            var name = stack.GetProperty("name").GetString()!;
            var preview = await Cli.RunAsync(_project.Path, "preview", name);
            var plan = Regex.Match(preview.Out, "(?m)^Plan +([0-9]+) to create,").Groups[1].Value;
            Assert.That(stack.GetProperty("resources").GetRawText(), Is.EqualTo(plan), name);
        }
    }

    [Test]
    public async Task Every_stack_file_is_a_row_with_system_environment_account_region_and_count()
    {
        var ran = await Cli.RunAsync(_project.Path, "stacks");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Error, Is.Empty);
        foreach (var file in Directory.EnumerateFiles(_project.Path, "Pulumi.*.yaml").Select(Path.GetFileName))
            Assert.That(
                ran.Out,
                Does.Match(
                    $@"(?m)^{file!.Split('.')[1]} +[a-z-]+ +(dev|staging|prod) +\d{{12}} +[a-z]+-[a-z]+-\d +[1-9]\d* +{file}$"
                )
            );
    }

    [Test]
    public async Task Without_counting_nothing_is_previewed()
    {
        Break("dev");
        var table = await Cli.RunAsync(_project.Path, "stacks", "--no-count");
        var json = await Cli.RunAsync(_project.Path, "stacks", "--no-count", "--json");
        using var stacks = JsonDocument.Parse(json.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.ExitCode, Is.Zero, table.ToString());
            Assert.That(table.Out, Does.StartWith("stack ").And.Not.Contain("resources"));
            Assert.That(table.Out, Does.Match("(?m)^dev +idp-server +dev +111111111111 +ap-northeast-1 +Pulumi.dev.yaml$"));
            foreach (var stack in stacks.RootElement.EnumerateArray())
            {
                Assert.That(stack.GetProperty("resources").ValueKind, Is.EqualTo(JsonValueKind.Null));
                Assert.That(stack.GetProperty("accountId").GetString(), Does.Match("^[0-9]{12}$"));
            }
        }
    }

    [Test]
    public async Task A_stack_that_cannot_be_previewed_is_told_and_spoils_no_other()
    {
        Keep("dev", "prod");
        Break("dev");
        var ran = await Cli.RunAsync(_project.Path, "stacks");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Out, Does.Match("(?m)^dev +idp-server +dev +111111111111 +ap-northeast-1 + -  Pulumi.dev.yaml$"));
            Assert.That(ran.Out, Does.Match("(?m)^prod .* [1-9][0-9]+  Pulumi.prod.yaml$"));
            Assert.That(ran.Error, Does.StartWith("Pulumi.dev.yaml: 1 problem\n").And.Contain("settings.netwrok"));
            Assert.That(ran.Error, Does.Contain("did you mean network?").And.Not.Contain("Pulumi.prod.yaml"));
        }
    }

    [Test]
    public async Task Secrets_stay_closed_and_do_not_stand_in_the_way_of_the_count()
    {
        Keep("dev", "prod");
        Append("dev", "  pulumi:token: {secure: \"v1:AAAA:BBBB\"}\n");
        var wrong = new Dictionary<string, string?> { ["PULUMI_CONFIG_PASSPHRASE"] = "not this one" };
        foreach (var variables in new[] { wrong, [] })
        {
            var ran = await Cli.RunAsync(_project.Path, variables, "stacks");
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Match("(?m)^dev .* [1-9][0-9]+  Pulumi.dev.yaml$"));
        }
    }

    private void Break(string stack) => Append(stack, "    netwrok: {}\n");

    // Each stack file is a preview: where two are enough, the others only take time.
    private void Keep(params string[] stacks)
    {
        foreach (var file in Directory.EnumerateFiles(_project.Path, "Pulumi.*.yaml").ToList())
            if (!stacks.Contains(Path.GetFileName(file).Split('.')[1]))
                File.Delete(file);
    }

    private void Append(string stack, string text) => File.AppendAllText(_project.File($"Pulumi.{stack}.yaml"), text);
}
