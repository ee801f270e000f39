using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra runbook</c> on the program, the stack files and the pages of this repository.</summary>
public sealed class RunbookCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [TestCase("idp-server-high-cpu")]
    [TestCase("high-cpu")]
    public async Task An_alarm_leads_to_its_section_with_the_names_of_the_stack(string alarm)
    {
        var ran = await RunAsync("prod", alarm);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Does.StartWith(
                    "idp-server-high-cpu  Alert when CPU exceeds 80%  (tells idp-server-alerts)\n\n# Tasks\n\n## High CPU\n\nAlarms: idp-server-high-cpu\n"
                )
            );
            Assert.That(ran.Out, Does.Contain("--resource-ids service/idp-server-cluster/idp-server-service\n"));
            Assert.That(ran.Out, Does.Contain("**Over** when").And.Not.Contain("{"));
        }
    }

    [Test]
    public async Task An_alarm_about_one_of_two_databases_is_about_that_one()
    {
        var ran = await RunAsync("prod", "idp-server-database-replica-lag");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.Contain("## Lag\n"));
        }
    }

    [Test]
    public async Task A_section_is_found_on_the_pages_of_the_stack_by_its_name_alone() =>
        Assert.That(Headings(await RunAsync("prod", "storage-burst")), Is.EqualTo(["# Database", "## Storage burst"]));

    [Test]
    public async Task Alarms_whose_names_end_alike_lead_to_all_their_sections()
    {
        var ran = await RunAsync("prod", "connections");
        Assert.That(
            Headings(ran),
            Is.EqualTo([
                "# Database",
                "## Connections",
                "# Cache",
                "## Connections",
                "# Load balancer",
                "## Rejected connections",
            ]),
            ran.ToString()
        );
    }

    [TestCase("database#cpu")]
    [TestCase("docs/runbooks/database.md#cpu")]
    public async Task A_section_is_named_as_links_do(string section) =>
        Assert.That(Headings(await RunAsync("prod", section)), Is.EqualTo(["# Database", "## CPU"]));

    [Test]
    public async Task All_that_concerns_a_stack_is_as_it_was_read()
    {
        var ran = await RunAsync("taskflow-dev");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Golden.Check(ran.Out, "runbook-taskflow-dev");
    }

    [Test]
    public async Task The_list_tells_sections_and_alarms()
    {
        var ran = await RunAsync("prod", "--list");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Golden.Check(ran.Out, "runbook-prod-list");
    }

    [Test]
    public async Task As_JSON_an_alarm_has_its_section_and_the_section_its_text()
    {
        var ran = await RunAsync("finsight-prod", "finsight-proxy-availability", "--json");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        using var document = JsonDocument.Parse(ran.Out);
        var (alarm, section) = (
            document.RootElement.GetProperty("alarms")[0],
            document.RootElement.GetProperty("pages")[0].GetProperty("sections")[0]
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("stack").GetString(), Is.EqualTo("finsight-prod"));
            Assert.That(alarm.GetProperty("section").GetString(), Is.EqualTo("database#proxy-availability"));
            Assert.That(alarm.GetProperty("tells").GetString(), Is.EqualTo("finsight-alerts"));
            Assert.That(section.GetProperty("section").GetString(), Is.EqualTo("database#proxy-availability"));
            Assert.That(
                section.GetProperty("text").GetString(),
                Does.Contain("aws logs tail /aws/rds/proxy/finsight-db-proxy --since 1h")
            );
        }
    }

    [Test]
    public async Task The_list_as_JSON_has_every_alarm_and_no_texts()
    {
        var ran = await RunAsync("prod", "--list", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var sections = document
            .RootElement.GetProperty("pages")
            .EnumerateArray()
            .SelectMany(page => page.GetProperty("sections").EnumerateArray())
            .ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.RootElement.GetProperty("alarms").GetArrayLength(), Is.EqualTo(44));
            Assert.That(sections.Select(section => section.TryGetProperty("text", out _)), Is.All.False);
            Assert.That(
                document
                    .RootElement.GetProperty("alarms")
                    .EnumerateArray()
                    .Select(alarm => alarm.GetProperty("section").GetString())
                    .Distinct(),
                Is.SubsetOf(sections.Select(section => section.GetProperty("section").GetString()))
            );
        }
    }

    [TestCase("prod idp-server-high-cpi", "did you mean idp-server-high-cpu?")]
    [TestCase("prod databse", "did you mean database?")]
    [TestCase("prod database#cpuu", "did you mean database#cpu?")]
    [TestCase("prod nothing-like-anything", "infra runbook prod --list has them")]
    [TestCase("prod cpu --list", "got --list and something to read, want one of them")]
    [TestCase("prood", "did you mean prod?")]
    [TestCase("prod --lst", "did you mean --list?")]
    public async Task What_nobody_knows_is_bad_input_with_a_way_out(string arguments, string text)
    {
        var ran = await RunAsync(arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(text).And.Not.Contain("   at "));
        Assert.That(ran.Out, Is.Empty);
    }

    [Test]
    public async Task A_project_without_pages_is_told_where_they_belong()
    {
        Directory.Delete(_project.File("docs/runbooks"), recursive: true);
        var ran = await RunAsync("prod");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(
            ran.Error,
            Does.Contain("got no page in ").And.Contain("docs/runbooks, want one runbook or more in Markdown")
        );
    }

    private static IEnumerable<string> Headings(Ran ran) =>
        ran
            .Out.Split('\n')
            .Where(line => line.StartsWith("# ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal));

    private Task<Ran> RunAsync(params string[] arguments) => Cli.RunAsync(_project.Path, ["runbook", .. arguments]);
}
