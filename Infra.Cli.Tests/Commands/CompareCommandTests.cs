using System.Text.Json;
using Review.Comparison.Accepted;

namespace Infra.Cli.Tests.Commands;

/// <summary><c>infra compare</c> on the program and the stack files of this repository.</summary>
public sealed class CompareCommandTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Accepted_differences_are_fine_and_a_planted_one_is_a_finding()
    {
        var fine = await CompareAsync("web-platform-dev", "web-platform-prod");
        File.AppendAllText(_project.File("Pulumi.web-platform-prod.yaml"), "      healthPath: /\n");
        var planted = await CompareAsync("web-platform-dev", "web-platform-prod");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fine.ExitCode, Is.Zero, fine.ToString());
            Assert.That(fine.Out, Does.Contain("network     NAT gateways 1 → 3\n").And.Contain(" · unexpected 0\n"));
            Assert.That(planted.ExitCode, Is.EqualTo(ExitCodes.Findings), planted.ToString());
            Assert.That(
                planted.Out,
                Does.Match(@"(?m)^  unexpected  aws:lb:TargetGroup web-platform-tg +healthCheck\.path  /api/health → /$")
            );
        }
    }

    [Test]
    public async Task As_JSON_every_difference_is_on_standard_output_and_text_for_people_beside_it()
    {
        var ran = await CompareAsync("dev", "prod", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var root = document.RootElement;
        var found = root.GetProperty("differences")
            .EnumerateArray()
            .Single(one =>
                one.GetProperty("path").GetString() == "multiAz"
                && one.GetProperty("leftName").GetString() == "idp-server-postgresql"
            );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Error, Does.StartWith("dev → prod · idp-server").And.Contain("Multi-AZ no → yes"));
            Assert.That(root.GetProperty("left").GetProperty("environment").GetString(), Is.EqualTo("dev"));
            Assert.That(root.GetProperty("unexpected").GetInt32(), Is.Zero);
            Assert.That(root.GetProperty("accepted").GetInt32(), Is.EqualTo(root.GetProperty("differences").GetArrayLength()));
            Assert.That(
                (found.GetProperty("left").GetBoolean(), found.GetProperty("right").GetBoolean()),
                Is.EqualTo((false, true))
            );
            Assert.That(found.GetProperty("accepted").GetString(), Does.StartWith("the database of dev holds made-up data"));
            Assert.That(found.GetProperty("component").GetString(), Is.EqualTo("idp:data:TenantDatabase idp-server"));
        }
    }

    [Test]
    public async Task All_differences_are_shown_by_component_and_may_be_filtered_by_type()
    {
        var all = await CompareAsync("dev", "prod", "--diff");
        var filtered = await CompareAsync("dev", "prod", "--diff", "--filter", "aws:rds");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                all.Out,
                Does.Contain("idp:data:TenantDatabase idp-server\n")
                    .And.Contain("\n    instanceClass: db.t4g.micro → db.r6g.xlarge\n")
            );
            Assert.That(all.Out, Does.Contain("  aws:ec2:NatGateway idp-server-nat-1c  only in prod\n"));
            Assert.That(
                all.Out,
                Does.Contain("  idp:protection:StopSchedule idp-server  only in dev, with 13 resources in it\n")
            );
            Assert.That(filtered.Out, Does.Contain("instanceClass").And.Not.Contain("aws:ec2").And.Not.Contain("NAT gateways"));
            Assert.That(filtered.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task Without_a_list_everything_is_unexpected_and_a_screenful_of_it_is_shown()
    {
        File.Delete(_project.File(AcceptedDifferences.File));
        var ran = await CompareAsync("dev", "prod");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Findings), ran.ToString());
        Assert.That(
            ran.Out,
            Does.Match(@"Accepted differences 0 .* · unexpected [0-9]+\n").And.Match(@"… and [0-9]+ more: --diff shows them")
        );
        Assert.That(
            ran.Out.Split('\n').Count(line => line.StartsWith("  unexpected  ", StringComparison.Ordinal)),
            Is.EqualTo(25)
        );
    }

    [Test]
    public async Task A_line_that_nobody_needs_is_a_finding_and_a_broken_list_bad_input()
    {
        var list = _project.File(AcceptedDifferences.File);
        File.AppendAllText(list, "\n- reason: once\n  between: {idp-server: [staging, prod]}\n  only: aws:sqs:Queue gone\n");
        var stale = await CompareAsync("staging", "prod");
        File.AppendAllText(list, "- reson: twice\n");
        var broken = await CompareAsync("staging", "prod");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stale.ExitCode, Is.EqualTo(ExitCodes.Findings), stale.ToString());
            Assert.That(
                stale.Out,
                Does.Contain("no longer needed 1").And.Contain("aws:sqs:Queue gone accepts nothing between staging and prod")
            );
            Assert.That(broken.ExitCode, Is.EqualTo(ExitCodes.BadInput), broken.ToString());
            Assert.That(
                broken.Error,
                Does.StartWith("docs/accepted-differences.yaml: 4 problems\n").And.Contain("did you mean reason?")
            );
            Assert.That(broken.Out, Is.Empty);
        }
    }

    [TestCase(
        "dev",
        "finsight-dev",
        "got dev of idp-server and finsight-dev of finsight, want two stacks of one system; compare dev with prod or staging"
    )]
    [TestCase("dev", "dev", "got dev twice, want two stacks; compare dev with prod or staging")]
    [TestCase("dev", "prood", "did you mean prod?")]
    public async Task Stacks_that_cannot_be_compared_are_bad_input_with_a_way_out(string left, string right, string text)
    {
        var ran = await CompareAsync(left, right);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(text).And.Not.Contain("   at "));
    }

    [Test]
    public async Task A_stack_that_cannot_be_previewed_is_told_by_its_problems()
    {
        File.AppendAllText(_project.File("Pulumi.prod.yaml"), "    netwrok: {}\n");
        var ran = await CompareAsync("dev", "prod");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("Pulumi.prod.yaml: 1 problem\n").And.Contain("did you mean network?"));
    }

    private Task<Ran> CompareAsync(params string[] arguments) => Cli.RunAsync(_project.Path, ["compare", .. arguments]);
}
