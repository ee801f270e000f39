using System.Text.Json.Nodes;
using Automation.Tests.StandIns;

namespace Infra.Cli.Tests.Deploying;

/// <summary>Everything that keeps <c>infra up prod</c> from beginning: exit code, words, and that Pulumi was not asked to do anything.</summary>
public sealed class UpRefusalTests
{
    private const string Database = "idp-server-postgresql";

    private DeployProject _project = null!;

    [SetUp]
    public void Lay_out() => _project = DeployProject.Make();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Another_account()
    {
        await _project.DeployedAsync("prod");
        _project
            .Aws.Instead("aws sts get-caller-identity")
            .Says("aws sts get-caller-identity", """{"Account": "999999999999", "Arn": "arn:aws:iam::999999999999:user/me"}""");
        await RefusesAsync("account: the aws CLI is arn:aws:iam::999999999999:user/me in account 999999999999");
    }

    [Test]
    public async Task Another_region_in_the_environment()
    {
        await _project.DeployedAsync("prod");
        var ran = await Cli.RunAsync(
            _project.Folder.Path,
            new Dictionary<string, string?>(_project.Variables) { ["AWS_REGION"] = "us-east-1" },
            "up",
            "prod",
            "--yes"
        );
        Refused(ran, "AWS_REGION: got us-east-1, want ap-northeast-1 as Pulumi.prod.yaml has it");
    }

    [Test]
    public async Task Another_region_than_where_it_is_deployed()
    {
        await _project.DeployedAsync("prod", "aws", inputs => inputs["region"] = "eu-west-1");
        await RefusesAsync("aws:region: got ap-northeast-1, want eu-west-1, where the stack is deployed");
    }

    [Test]
    public async Task Changes_that_no_commit_has()
    {
        await _project.DeployedAsync("prod");
        _project.Folder.With("notes.txt", "later");
        await RefusesAsync("working tree: got changes that no commit has (notes.txt), want none for production");
    }

    [Test]
    public async Task A_folder_that_is_no_clone()
    {
        await _project.DeployedAsync("prod");
        Directory.Delete(_project.Folder.File(".git"), recursive: true);
        await RefusesAsync("which git does not know, want a clone of the repository at a commit");
    }

    // Nobody has waived any more that the keys of dev can be lost by one mistake.
    [Test]
    public async Task A_critical_guardrail()
    {
        var file = _project.Folder.File("Pulumi.dev.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("[KMS.3, ", "[", StringComparison.Ordinal));
        await _project.DeployedAsync("dev");
        Refused(
            await _project.RunAsync("up", "dev"),
            "guardrail KMS.3 (critical): aws:kms:Key idp-server-kms-key: protect: got false, want true; Set protect: true"
        );
    }

    [Test]
    public async Task Data_that_would_be_destroyed()
    {
        await _project.DeployedAsync("prod", Database, inputs => inputs["storageEncrypted"] = false);
        await RefusesAsync(
            $"data: aws:rds:Instance {Database} loses the databases in it, want that approved; --approve-replace {Database}"
        );
    }

    [Test]
    public async Task An_approval_of_something_else()
    {
        await _project.DeployedAsync("prod", Database, inputs => inputs["storageEncrypted"] = false);
        Refused(
            await _project.RunAsync("up", "prod", "--yes", "--approve-replace", "idp-server-postgres"),
            "--approve-replace: got idp-server-postgres, want a name of something whose data would be destroyed"
        );
    }

    [Test]
    public async Task Somebody_who_may_do_more_than_before()
    {
        await WithNarrowerRoleAsync();
        await RefusesAsync(
            "lets somebody do more than before (shown above), want that approved; --approve-broadening idp-server-task-role-policy"
        );
    }

    [Test]
    public async Task Somebody_who_may_do_more_than_before_unless_that_is_approved()
    {
        await WithNarrowerRoleAsync();
        _project.Does();
        var ran = await _project.RunAsync("up", "prod", "--yes", "--approve-broadening", "idp-server-task-role-policy");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
    }

    [Test]
    public async Task Data_that_only_Pulumi_knows_would_be_destroyed()
    {
        await _project.DeployedAsync("prod");
        var database = DeployProject.Urn(
            "prod",
            "idp:system:IdpServer$idp:data:TenantDatabase$aws:rds/instance:Instance",
            Database
        );
        _project.Does(("replace", database));
        var ran = await _project.RunAsync("up", "prod", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(
                ran.Error,
                Does.Contain(
                    $"data: Pulumi's own preview would replace aws:rds:Instance {Database}, which loses the databases in it"
                )
            );
            Assert.That(_project.Asked, Has.None.EqualTo("up"));
        }
    }

    [Test]
    public async Task Everything_at_once()
    {
        await _project.DeployedAsync("prod", Database, inputs => inputs["storageEncrypted"] = false);
        _project.Folder.With("notes.txt", "later");
        var ran = await Cli.RunAsync(
            _project.Folder.Path,
            new Dictionary<string, string?>(_project.Variables) { ["AWS_REGION"] = "us-east-1" },
            "up",
            "prod",
            "--yes"
        );
        Refused(ran, "prod: refused, nothing was done; 4 problems");
        Assert.That(ran.Error, Does.Contain($"\n  aws:rds:Instance {Database}: would be replaced, which its protection forbids"));
    }

    [Test]
    public async Task Placeholders_are_bad_input_before_anything_is_asked()
    {
        using var placeholders = Cli.Project();
        var ran = await Cli.RunAsync(placeholders.Path, _project.Variables, "up", "prod", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Error, Does.Contain("the file still has the placeholder"));
            Assert.That(_project.Pulumi.Calls, Is.Empty);
        }
    }

    [Test]
    public async Task Missing_tools_are_told_at_once_with_the_way_to_them()
    {
        var ran = await Cli.RunAsync(
            _project.Folder.Path,
            new Dictionary<string, string?> { ["PATH"] = "/nowhere" },
            "up",
            "prod",
            "--yes"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), ran.ToString());
            Assert.That(
                ran.Error,
                Does.Contain("pulumi: not found on the PATH; install").And.Contain("aws: not found on the PATH; install")
            );
        }
    }

    [TestCase(
        "error: no resource plugin 'pulumi-resource-aws-v7.48.0' found in the workspace",
        ExitCodes.ToolMissing,
        "pulumi plugin install resource aws v7.48.0"
    )]
    [TestCase(
        "error: no language plugin 'pulumi-language-dotnet' found in the workspace",
        ExitCodes.ToolMissing,
        "install the Pulumi CLI whole"
    )]
    [TestCase(
        "error: the stack is currently locked by 1 lock(s)",
        ExitCodes.ProgramFailed,
        "another update of this stack is under way"
    )]
    [TestCase("error: incorrect passphrase", ExitCodes.BadInput, "set PULUMI_CONFIG_PASSPHRASE")]
    [TestCase("error: something else", ExitCodes.ProgramFailed, "error: something else")]
    public async Task What_Pulumi_lacks_is_explained(string error, int code, string wayOut)
    {
        await _project.DeployedAsync("prod");
        _project.Pulumi.Answer("preview", new StandInAnswer { ExitCode = 255, Error = error + "\n" });
        var ran = await _project.RunAsync("up", "prod", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(code), ran.ToString());
            Assert.That(ran.Error, Does.Contain(wayOut));
        }
    }

    [Test]
    public async Task A_stack_that_the_backend_does_not_have()
    {
        using var project = DeployProject.Make();
        project
            .Pulumi.Forget("stack select")
            .Answer("stack select", new StandInAnswer { ExitCode = 6, Error = "error: no stack named 'prod' found\n" });
        var ran = await project.RunAsync("up", "prod", "--yes");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
            Assert.That(ran.Error, Does.Contain("pulumi stack init prod --secrets-provider="));
        }
    }

    private Task<DeployProject> WithNarrowerRoleAsync() =>
        _project.DeployedAsync(
            "prod",
            "idp-server-task-role-policy",
            inputs =>
                inputs["policy"] = ((string)inputs["policy"]!).Replace(
                    "ssmmessages:OpenDataChannel",
                    "ssmmessages:OpenControlChannel",
                    StringComparison.Ordinal
                )
        );

    private async Task RefusesAsync(string problem) => Refused(await _project.RunAsync("up", "prod", "--yes"), problem);

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
