using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra cost</c> on the stacks of this repository.</summary>
public sealed class CostCommandTests
{
    private TemporaryFolder _project = null!;

    [OneTimeSetUp]
    public void Lay_out() => _project = Cli.Project();

    [OneTimeTearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task The_sum_stands_on_top_with_yen_and_the_number_of_doubts()
    {
        var ran = await CostAsync("prod", "--jpy", "150");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Does.Match(@"(?m)^About [0-9,]+ USD a month \([0-9,]+ JPY at 150\): [0-9,]+ USD fixed, [0-9,]+ USD by usage")
            );
            Assert.That(
                ran.Out,
                Does.Match(@"(?m)^prices of 2026-10-10 · \d+ of \d+ prices from memory \(~, verify\) · nothing not priced")
            );
            Assert.That(ran.Out, Does.Match(@"(?m)^Not priced +nothing$"));
            Assert.That(ran.Out, Does.Match(@"(?m)^  natGbPerMonth +100 GB +profile idp-server: "));
        }
    }

    [Test]
    public async Task The_tables_of_the_sources_refuse_every_option_of_an_estimate()
    {
        var ran = await CostAsync("--sources", "--jpy", "150", "--free-tier");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(
                ran.Error,
                Does.Contain("--jpy: got it beside --sources").And.Contain("--free-tier: got it beside --sources")
            );
        }
    }

    // A table right below a list would be a part of its last item.
    [Test]
    public async Task As_Markdown_the_table_stands_apart_from_the_notes()
    {
        var ran = await CostAsync("prod", "--format", "markdown");

        Assert.That(
            ran.Out,
            Does.Contain("- No monthly budget is planned")
                .IgnoreCase.And.Contain("\n\n| USD a month | fixed | by usage | sum |\n|---|")
        );
    }

    [Test]
    public async Task As_JSON_the_parts_add_up()
    {
        var ran = await CostAsync("neuraknot-dev", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var stack = document.RootElement.GetProperty("stacks")[0];
        var components = stack.GetProperty("components").EnumerateArray().Sum(component => Total(component));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("version").GetInt32(), Is.EqualTo(1));
            Assert.That(components, Is.EqualTo(Total(stack)));
            Assert.That(ran.Error, Does.StartWith("neuraknot-dev about "));
        }

        static decimal Total(JsonElement element) => element.GetProperty("total").GetDecimal();
    }

    [Test]
    public async Task Against_a_plan_of_its_own_nothing_costs_more()
    {
        var plan = _project.File("dev.plan");
        await Cli.RunAsync(_project.Path, "preview", "dev", "--save", plan);
        var ran = await CostAsync("dev", "--baseline", plan);
        Assert.That(ran.Out, Does.Contain("\n+0.00 USD a month against what is deployed"), ran.ToString());
    }

    [Test]
    public async Task A_usage_file_changes_the_sum_and_a_template_is_one()
    {
        var template = await CostAsync("dev", "--usage-template");
        _project.With("usage.yaml", template.Out.Replace("natGbPerMonth: 20", "natGbPerMonth: 1020", StringComparison.Ordinal));
        var (before, after) = (
            await CostAsync("dev", "--json"),
            await CostAsync("dev", "--json", "--usage", _project.File("usage.yaml"))
        );
        Assert.That(Sum(after) - Sum(before), Is.EqualTo(62m)); // 1,000 × 0.062

        static decimal Sum(Ran ran) =>
            JsonDocument.Parse(ran.Out).RootElement.GetProperty("stacks")[0].GetProperty("total").GetDecimal();
    }

    [TestCase("--format: got xml, want table, json or markdown", "dev", "--format", "xml")]
    [TestCase("--jpy: got 0, want yen for a dollar", "dev", "--jpy", "0")]
    [TestCase(
        "--profile: got idp-sever, want the name of a usage profile; did you mean idp-server?",
        "dev",
        "--profile",
        "idp-sever"
    )]
    [TestCase("--baseline: got several stacks", "dev", "prod", "--baseline", "x")]
    [TestCase("--usage-template: got several stacks", "--all", "--usage-template")]
    [TestCase("--all: 1 problem\n  got dev too", "dev", "--all")]
    [TestCase("want each stack once", "dev", "dev")]
    [TestCase("no.yaml: 1 problem\n  there is no such file", "dev", "--usage", "no.yaml")]
    public async Task What_contradicts_itself_is_bad_input(string problem, params string[] arguments)
    {
        var ran = await CostAsync(arguments);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(problem));
    }

    private Task<Ran> CostAsync(params string[] arguments) => Cli.RunAsync(_project.Path, ["cost", .. arguments]);
}
