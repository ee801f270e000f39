using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

public sealed class StackCommandTests
{
    private TemporaryFolder _shop = null!;

    [SetUp]
    public void Lay_out() => _shop = Cli.Shop();

    [TearDown]
    public void Clean_up() => _shop.Dispose();

    [Test]
    public async Task Stacks_are_a_table_with_what_their_files_say()
    {
        var ran = await Cli.RunAsync(_shop.Path, "stacks");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            ran.Out,
            Is.EqualTo(
                "stack  system  environment  account  region        resources  file\n"
                    + "dev    web     -            -        eu-west-1             -  Pulumi.dev.yaml\n"
                    + "prod   -       -            -        eu-central-1          -  Pulumi.prod.yaml\n"
            )
        );
    }

    [Test]
    public async Task The_stack_in_use_is_remembered_marked_and_taken()
    {
        var used = await Cli.RunAsync(_shop.Path, "use", "prod");
        var list = await Cli.RunAsync(_shop.Path, "stacks", "--json");
        var config = await Cli.RunAsync(_shop.Path, "config");
        using var stacks = JsonDocument.Parse(list.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(used.ExitCode, Is.Zero, used.ToString());
            Assert.That(
                stacks
                    .RootElement.EnumerateArray()
                    .Select(stack => (stack.GetProperty("name").GetString(), stack.GetProperty("selected").GetBoolean())),
                Is.EqualTo([("dev", false), ("prod", true)])
            );
            Assert.That(config.Out, Does.StartWith("shop · prod\n"), config.ToString());
        }
    }

    [Test]
    public async Task The_environment_goes_before_what_is_remembered()
    {
        await Cli.RunAsync(_shop.Path, "use", "prod");
        var dev = new Dictionary<string, string?> { ["PULUMI_STACK"] = "dev" };
        var config = await Cli.RunAsync(_shop.Path, dev, "config");
        var used = await Cli.RunAsync(_shop.Path, dev, "use", "prod");
        Assert.That(config.Out, Does.StartWith("shop · dev · web\n"), config.ToString());
        Assert.That(used.Error, Is.EqualTo("PULUMI_STACK is set to dev and goes before it\n"));
    }

    [TestCase("prdo", "did you mean prod?")]
    [TestCase("zzz", "known: dev, prod")]
    [TestCase("../dev", "known: dev, prod")]
    [TestCase("a b", "1 to 100 letters")]
    public async Task An_unknown_stack_is_told_with_those_there_are(string name, string hint)
    {
        foreach (var command in new[] { "use", "config", "preview" })
        {
            var ran = await Cli.RunAsync(_shop.Path, command, name);
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Error, Does.Contain(hint));
            Assert.That(ran.Out, Is.Empty);
        }
    }

    [Test]
    public async Task No_stack_named_or_selected_says_what_there_is_and_how_to_choose()
    {
        var ran = await Cli.RunAsync(_shop.Path, "preview");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput));
        Assert.That(ran.Error, Does.Contain("want one of dev, prod; name it, set PULUMI_STACK, or run infra use dev"));
    }

    [Test]
    public async Task The_only_stack_need_not_be_named()
    {
        File.Delete(_shop.File("Pulumi.dev.yaml"));
        var ran = await Cli.RunAsync(_shop.Path, "config");
        Assert.That(ran.Out, Does.StartWith("shop · prod\n"), ran.ToString());
    }

    [Test]
    public async Task A_stack_file_with_problems_is_listed_and_its_problems_are_told()
    {
        _shop.With("Pulumi.broken.yaml", "config:\n  a: [1\n");
        var ran = await Cli.RunAsync(_shop.Path, "stacks");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput));
            Assert.That(ran.Out, Does.Contain("broken").And.Contain("eu-west-1"));
            Assert.That(ran.Error, Does.StartWith("Pulumi.broken.yaml: 1 problem"));
        }
    }

    [Test]
    public async Task The_project_is_found_from_below_and_by_option()
    {
        Directory.CreateDirectory(_shop.File("a/b"));
        var below = await Cli.RunAsync(_shop.File("a/b"), "stacks");
        var named = await Cli.RunAsync(Path.GetTempPath(), "stacks", "--project", _shop.Path);
        var elsewhere = await Cli.RunAsync(Path.GetTempPath(), "stacks");
        var missing = await Cli.RunAsync(_shop.Path, "stacks", "--project", "nowhere");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(below.Out, Does.Contain("eu-central-1"), below.ToString());
            Assert.That(named.Out, Is.EqualTo(below.Out), named.ToString());
            Assert.That(elsewhere.Out, Does.Contain("idp-server"), "outside any project the command's own is meant");
            Assert.That(missing.ExitCode, Is.EqualTo(ExitCodes.BadInput));
            Assert.That(missing.Error, Does.Contain("got nowhere, want a folder that exists"));
        }
    }

    [Test]
    public async Task Config_of_another_program_shows_what_the_files_say_and_masks_secrets()
    {
        var ran = await Cli.RunAsync(_shop.Path, "config", "dev");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            ran.Out,
            Does.Contain("shop:token     [secret]   Pulumi.dev.yaml:4").And.Contain("aws:region     eu-west-1  Pulumi.dev.yaml:2")
        );
    }
}
