using System.Text.Json.Nodes;
using Automation.Tests.StandIns;

namespace Infra.Cli.Tests.Deploying;

/// <summary><c>infra up --plan</c>: what was reviewed, and nothing else.</summary>
public sealed class UpPlanTests
{
    private DeployProject _project = null!;

    [SetUp]
    public void Lay_out() => _project = DeployProject.Make();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Something_else_than_was_reviewed()
    {
        var plan = _project.Folder.With(".build/prod.plan.json", await _project.PlanAsync("prod")).File(".build/prod.plan.json");
        File.AppendAllText(_project.Folder.File("Pulumi.prod.yaml"), "    database: { backupDays: 8 }\n");
        _project.Commit();
        _project.Empty();
        var ran = await _project.RunAsync("up", "prod", "--yes", "--plan", plan);
        Refused(ran, "--plan: got prod.plan.json, want the plan of what would be done now; preview, save and review it again");
        Assert.That(ran.Error, Does.Contain("other properties than were reviewed"));
    }

    [Test]
    public async Task Another_state_than_was_reviewed()
    {
        var plan = _project.Folder.With(".build/prod.plan.json", await _project.PlanAsync("prod")).File(".build/prod.plan.json");
        await _project.DeployedAsync("prod");
        var ran = await _project.RunAsync("up", "prod", "--yes", "--plan", plan);
        Refused(ran, "--plan: got prod.plan.json, want the plan of what would be done now");
        Assert.That(ran.Error, Does.Contain("reviewed was create, now it is nothing"));
    }

    [Test]
    public async Task What_was_reviewed_is_done()
    {
        var plan = _project.Folder.With(".build/prod.plan.json", await _project.PlanAsync("prod")).File(".build/prod.plan.json");
        var steps = JsonNode.Parse(File.ReadAllText(plan))!["infra"]!["steps"]!.AsArray();
        _project.Empty().Does([.. steps.Select(step => ((string)step!["op"]!, (string)step["urn"]!))]);
        var ran = await _project.RunAsync("up", "prod", "--yes", "--plan", plan);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }

    [Test]
    public async Task What_Pulumi_would_do_besides_what_was_reviewed()
    {
        var plan = _project.Folder.With(".build/prod.plan.json", await _project.PlanAsync("prod")).File(".build/prod.plan.json");
        _project.Empty().Does();
        var ran = await _project.RunAsync("up", "prod", "--yes", "--plan", plan);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(ran.Error, Does.Match("--plan: .+: the review says create, Pulumi's own preview nothing"));
            Assert.That(_project.Asked, Has.None.EqualTo("up"));
        }
    }

    private void Refused(Ran ran, string problem)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(ran.Error, Does.Contain(problem));
            Assert.That(_project.Asked, Has.None.EqualTo("preview").And.None.EqualTo("up"));
        }
    }
}
