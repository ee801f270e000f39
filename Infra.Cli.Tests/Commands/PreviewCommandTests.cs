using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Cli.Tests.Commands;

public sealed class PreviewCommandTests
{
    private TemporaryFolder _shop = null!;

    [SetUp]
    public void Lay_out() => _shop = Cli.Shop();

    [TearDown]
    public void Clean_up() => _shop.Dispose();

    [Test]
    public async Task A_plan_is_a_tree_with_counts_and_time()
    {
        var ran = await PreviewAsync("dev");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Golden.Check(Timeless(ran.Out), "shop-preview");
        Assert.That(ran.Error, Is.Empty);
    }

    [Test]
    public async Task The_guardrails_have_a_line_unless_they_are_left_out()
    {
        var ran = await PreviewAsync("dev");
        var without = await PreviewAsync("dev", "--no-guardrails");
        Configure("shop:encrypted: true");
        var repaired = await PreviewAsync("dev");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Failing(repaired), Is.EqualTo(Failing(ran) - 1), repaired.ToString());
            Assert.That(without.ExitCode, Is.Zero);
            Assert.That(without.Out, Does.Not.Contain("Guardrails").And.Contain("7 to create"));
        }

        static int Failing(Ran ran) =>
            int.Parse(Regex.Match(ran.Out, @"(?m)^Guardrails .* (\d+) fail.*infra check dev$").Groups[1].Value);
    }

    [Test]
    public async Task A_waiver_that_cannot_be_used_stops_a_preview_before_it_begins()
    {
        Configure("shop:waivers: [{rule: RDS.3}]");
        var ran = await PreviewAsync("dev", "--json");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain("waivers[0].resource: got nothing"));
        Assert.That(ran.Out, Is.Empty);
    }

    [Test]
    public async Task As_JSON_the_digest_is_on_standard_output_and_the_tree_beside_it()
    {
        var plain = await PreviewAsync("dev");
        var ran = await PreviewAsync("dev", "--json");
        using var digest = JsonDocument.Parse(ran.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(digest.RootElement.GetProperty("changeSummary").GetProperty("create").GetInt32(), Is.EqualTo(7));
            Assert.That(digest.RootElement.GetProperty("config").GetProperty("shop:token").GetString(), Is.EqualTo("[secret]"));
            Assert.That(Timeless(ran.Error), Is.EqualTo(Timeless(plain.Out)));
        }
    }

    [Test]
    public async Task Against_its_own_saved_plan_nothing_changes()
    {
        await PreviewAsync("dev", "--save", "plan.json");
        var ran = await PreviewAsync("dev", "--baseline", "plan.json");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Contain("0 to create, 0 to change, 0 to replace, 0 to delete, 7 unchanged"));
    }

    [Test]
    public async Task A_change_in_place_is_shown_old_and_new()
    {
        await PreviewAsync("dev", "--save", "plan.json");
        Configure("shop:tier: lobby");
        var ran = await PreviewAsync("dev", "--baseline", "plan.json");
        var diff = await PreviewAsync("dev", "--baseline", "plan.json", "--diff");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Match(@"~ aws:ec2:Subnet …-public +tags\.tier: public → lobby\n"));
        Assert.That(diff.Out, Does.Match(@"~ aws:ec2:Subnet …-public\n.*    tags\.tier: public → lobby\n"));
    }

    [Test]
    public async Task Destroying_data_is_refused_until_somebody_approves_it_by_name()
    {
        await PreviewAsync("dev", "--save", "plan.json");
        Configure("shop:encrypted: true");
        var refused = await PreviewAsync("dev", "--baseline", "plan.json");
        var other = await PreviewAsync("dev", "--baseline", "plan.json", "--approve-replace", "somebody-else");
        var approved = await PreviewAsync("dev", "--baseline", "plan.json", "--approve-replace", "shop-db");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(ExitCodes.Refused), refused.ToString());
            Assert.That(refused.Out, Does.Contain("! 1 replacement destroys data\n  +- aws:rds:Instance shop-db"));
            Assert.That(refused.Out, Does.Contain("storageEncrypted: false → true"));
            Assert.That(
                refused.Error,
                Does.Contain("refused, 1 step would destroy data").And.Contain("--approve-replace shop-db")
            );
            Assert.That(other.ExitCode, Is.EqualTo(ExitCodes.Refused));
            Assert.That(approved.ExitCode, Is.Zero, approved.ToString());
            Assert.That(approved.Out, Does.Contain("! 1 replacement destroys data").And.Not.Contain("refused"));
            Assert.That(approved.Error, Is.Empty, approved.ToString());
        }
    }

    [Test]
    public async Task A_baseline_of_another_stack_is_refused()
    {
        await PreviewAsync("dev", "--save", "plan.json");
        var ran = await PreviewAsync("prod", "--baseline", "plan.json");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain("stack dev of project shop"));
    }

    [TestCase("--baseline", "nowhere.json")]
    [TestCase("--baseline", "Pulumi.yaml")]
    [TestCase("--save", "Pulumi.yaml")]
    [TestCase("--save", "no/such/folder")]
    [TestCase("--program", "nosuchcommand --really")]
    [TestCase("--program", "")]
    [TestCase("--program", "sh 'open")]
    [TestCase("--program", "nowhere/Shop.dll")]
    public async Task An_option_that_cannot_be_used_is_bad_input(string option, string value)
    {
        var ran = await PreviewAsync("dev", option, value);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(": 1 problem\n").And.Not.Contain("   at "));
        Assert.That(File.ReadAllText(_shop.File("Pulumi.yaml")), Is.EqualTo("name: shop\nruntime: nodejs\n"));
    }

    [Test]
    public async Task Without_a_program_a_project_of_another_language_says_how_to_name_one()
    {
        var ran = await Cli.RunAsync(_shop.Path, "preview", "dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput));
        Assert.That(
            ran.Error,
            Does.Contain("runtime: got nodejs, want dotnet").And.Contain("with --program; docs/cli.md has the line for Node")
        );
    }

    [Test]
    public async Task A_program_that_crashes_says_why_and_there_is_no_plan()
    {
        var ran = await RunAsync("crash", "dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.Contain("the shop is closed").And.Contain("so there is no plan"));
        Assert.That(ran.Out, Is.Empty);
    }

    [Test]
    public async Task A_misspelt_input_names_the_resource_and_the_input_that_was_meant()
    {
        var ran = await RunAsync("wrong", "dev");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.Contain("cidrBlok").And.Contain("cidrBlock").And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_program_that_hangs_is_stopped_after_the_timeout()
    {
        var ran = await RunAsync("hang", "dev", "--timeout", "0.5");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.Contain("the program hangs"));
    }

    [Test]
    public async Task The_program_of_a_process_gets_the_variables_of_Pulumi()
    {
        var ran = await Cli.RunAsync(
            _shop.Path,
            "preview",
            "dev",
            "--program",
            "sh -c 'echo $PULUMI_PROJECT-$PULUMI_STACK-$PULUMI_DRY_RUN'"
        );
        Assert.That(ran.Out, Does.Contain("info: shop-dev-true"), ran.ToString());
    }

    [Test]
    public async Task A_built_program_named_alone_is_run_inside_the_process()
    {
        var other = await PreviewAsync("dev", "--json");
        var inside = await Cli.RunAsync(
            _shop.Path,
            "preview",
            "dev",
            "--json",
            "--program",
            typeof(SampleProgram).Assembly.Location
        );
        Assert.That(inside.ExitCode, Is.Zero, inside.ToString());
        Assert.That(WithoutDuration(inside.Out), Is.EqualTo(WithoutDuration(other.Out)));
    }

    private static string[] WithoutDuration(string document) =>
        [.. document.Split('\n').Where(line => !line.TrimStart().StartsWith("\"duration\"", StringComparison.Ordinal))];

    [Test]
    [Platform("Linux,MacOsX")]
    public async Task Interrupted_it_stops_the_program_and_says_so()
    {
        string[] arguments = ["preview", "dev", "--program", "sleep 300"];
        var ran = await Cli.InterruptAsync(_shop.Path, TimeSpan.FromSeconds(3), arguments);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Cancelled), ran.ToString());
        Assert.That(ran.Error, Does.Contain("cancelled"));
    }

    [Test]
    public async Task Piped_it_has_no_colour_and_no_secret()
    {
        Configure("shop:password: {secure: \"v1:AAAA:BBBB\"}");
        foreach (var option in new[] { "--diff", "--expand", "--json" })
        {
            var ran = await PreviewAsync("dev", option);
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out + ran.Error, Does.Not.Contain('\e').And.Not.Contain("placeholder-for").And.Contain("[secret]"));
        }
    }

    private Task<Ran> PreviewAsync(string stack, params string[] arguments) => RunAsync("shop", stack, arguments);

    private Task<Ran> RunAsync(string mode, string stack, params string[] arguments) =>
        Cli.RunAsync(
            _shop.Path,
            [
                "preview",
                stack,
                .. arguments.Contains("--program") ? [] : (string[])["--program", $"{Cli.Sample} {mode}"],
                .. arguments,
            ]
        );

    private void Configure(string line) => File.AppendAllText(_shop.File("Pulumi.dev.yaml"), $"  {line}\n");

    // Neither time nor the number of rules is what these tests are about.
    private static string Timeless(string text) =>
        Regex.Replace(
            Regex.Replace(text, @"(?m)^\d+\.\d+ s$", "TIME"),
            @"(?m)^Guardrails \d+ pass, \d+ fail, \d+ waived, \d+ cannot know before deployment +infra check",
            "Guardrails N pass, N fail, N waived, N cannot know before deployment  infra check"
        );
}
