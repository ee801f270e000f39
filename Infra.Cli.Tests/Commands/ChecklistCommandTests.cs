using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra checklist</c> on the program and the stack files of this repository.</summary>
public sealed class ChecklistCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Open_items_are_a_finding_only_where_somebody_is_strict()
    {
        var plain = await RunAsync("dev");
        var strict = await RunAsync("dev", "--strict");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plain.ExitCode, Is.Zero, plain.ToString());
            Assert.That(
                plain.Out,
                Does.Match(
                    @"(?m)^\[ \] A standby in another zone takes over \(Multi-AZ\) +aws:rds:Instance idp-server-postgresql multiAz: false$"
                )
            );
            Assert.That(
                plain.Out,
                Does.Match(
                    @"\n[0-9]+ \[x\] in the plan, [0-9]+ \[ \] open, 8 \[-\] by hand, 1 \[\?\] known after the deployment\n$"
                )
            );
            Assert.That(strict.ExitCode, Is.EqualTo(ExitCodes.Findings));
            Assert.That(strict.Out, Is.EqualTo(plain.Out));
        }
    }

    [Test]
    public async Task As_JSON_every_item_has_its_state_and_facts()
    {
        var ran = await RunAsync("taskflow-prod", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var item = document
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(one => one.GetProperty("text").GetString() == "The user pool refuses to be deleted");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Error, Does.StartWith("taskflow-prod · taskflow"));
            Assert.That(document.RootElement.GetProperty("open").GetInt32(), Is.EqualTo(1));
            Assert.That(item.GetProperty("state").GetString(), Is.EqualTo("done"));
            Assert.That(item.GetProperty("facts")[0].GetProperty("path").GetString(), Is.EqualTo("deletionProtection"));
            Assert.That(item.GetProperty("facts")[0].GetProperty("value").GetString(), Is.EqualTo("ACTIVE"));
        }
    }

    [Test]
    public async Task As_Markdown_only_what_the_plan_has_is_ticked()
    {
        var ran = await RunAsync("prod", "--markdown");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Out, Does.StartWith("## Check-list of prod (idp-server)\n\n### Network\n\n- [x] There is a VPC"));
            Assert.That(
                ran.Out,
                Does.Contain(
                    "\n- [ ] **by hand** Bringing a backup back is practised: twice a year, whoever is on duty; [docs/runbooks/restore.md#drill](docs/runbooks/restore.md#drill)\n"
                )
            );
            Assert.That(
                ran.Out,
                Does.Contain(
                    "\n- [ ] **after the deployment** Health checks are answered: `aws:lb:TargetGroup idp-server-tg healthCheck.path: /actuator/health`; "
                )
            );
            Assert.That(ran.Error, Does.StartWith("prod · idp-server"));
        }
    }

    [TestCase("prod --json --markdown", "got --json and --markdown, want one of them")]
    [TestCase("prood", "did you mean prod?")]
    public async Task What_cannot_be_answered_is_bad_input(string arguments, string text)
    {
        var ran = await RunAsync(arguments.Split(' '));
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(text).And.Not.Contain("   at "));
    }

    private Task<Ran> RunAsync(params string[] arguments) => Cli.RunAsync(_project.Path, ["checklist", .. arguments]);
}
