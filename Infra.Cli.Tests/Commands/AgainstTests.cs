namespace Infra.Cli.Tests.Commands;

/// <summary>Comparing with an earlier revision of a repository.</summary>
public sealed class AgainstTests
{
    [Test]
    public async Task Five_changed_settings_of_production_make_a_comment_that_a_reviewer_wants()
    {
        using var project = await RepositoryAsync(Cli.Project());
        Edit(
            project,
            "Pulumi.prod.yaml",
            "    edge:\n",
            "    database: {backupDays: 14}\n    waf: {requestsPerIp: 3000}\n    redis: {snapshotDays: 7}\n    edge:\n      idleTimeoutSeconds: 60\n"
        );
        Edit(project, "Pulumi.prod.yaml", "      enabled: true", "      logLevel: warn\n      enabled: true");

        var ran = await Cli.RunAsync(project.Path, "preview", "--all", "--against", "HEAD", "--markdown");
        var again = await Cli.RunAsync(project.Path, "preview", "--all", "--against", "HEAD", "--markdown");

        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Golden.Check(ran.Out, "comment-five-settings");
        Assert.That(again.Out, Is.EqualTo(ran.Out), "byte for byte");
    }

    [Test]
    public async Task Uncommitted_changes_are_compared_and_a_stack_that_was_not_there_is_new()
    {
        using var shop = await RepositoryAsync(Cli.Shop());
        Edit(shop, "Pulumi.dev.yaml", "  shop:system: web\n", "  shop:system: web\n  shop:tier: lobby\n");
        shop.With("Pulumi.test.yaml", "config:\n  aws:region: eu-west-1\n");

        var changed = await PreviewAsync(shop, "dev", "--against", "HEAD");
        var made = await PreviewAsync(shop, "test", "--against", "HEAD");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed.ExitCode, Is.Zero, changed.ToString());
            Assert.That(changed.Out, Does.Match(@"~ aws:ec2:Subnet …-public +tags\.tier: public → lobby\n"));
            Assert.That(changed.Out, Does.Contain("0 to create, 1 to change"));
            Assert.That(made.Out, Does.Contain("7 to create, 0 to change"), made.ToString());
        }
    }

    [Test]
    public async Task A_database_that_would_be_replaced_is_refused_until_it_is_approved_by_name()
    {
        using var shop = await RepositoryAsync(Cli.Shop());
        Edit(shop, "Pulumi.dev.yaml", "  shop:system: web\n", "  shop:system: web\n  shop:encrypted: true\n");

        var refused = await PreviewAsync(shop, "--all", "--against", "HEAD", "--markdown");
        var approved = await PreviewAsync(shop, "dev", "--against", "HEAD", "--approve-replace", "shop-db");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(ExitCodes.Refused), refused.ToString());
            Assert.That(refused.Out, Does.StartWith("**dev**: 1 replace ⚠ data · one stack unchanged\n"));
            Assert.That(approved.ExitCode, Is.Zero, approved.ToString());
        }
    }

    [Test]
    public async Task A_guardrail_that_fails_anew_is_told_with_its_fix_and_a_waiver_that_comes_with_its_reason()
    {
        const string Waiver =
            "    - {rule: RDS.5, resource: idp-server-postgresql, owner: me, expires: \"2027-01-31\", reason: only for this week}\n";
        using var project = await RepositoryAsync(Cli.Project());
        Edit(project, "Pulumi.prod.yaml", "    edge:\n", "    database: {multiAz: false}\n    edge:\n");
        var failing = await Cli.RunAsync(project.Path, "preview", "prod", "--against", "HEAD", "--markdown");
        Edit(project, "Pulumi.prod.yaml", "    - { rule: cost-watched", Waiver + "    - { rule: cost-watched");
        var waived = await Cli.RunAsync(project.Path, "preview", "prod", "--against", "HEAD", "--markdown");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                failing.Out,
                Does.StartWith("prod: 1 change · 1 guardrail fails · -408 USD a month\n"),
                failing.ToString()
            );
            Assert.That(
                failing.Out,
                Does.Contain(
                    "**Guardrails that fail now and did not before**\n\n- **RDS.5** Databases have a standby in another Availability Zone (medium)\n"
                        + "  - `aws:rds:Instance idp-server-postgresql` multiAz: got false, want true\n  - Set multiAz: true."
                )
            );
            Assert.That(failing.Out, Does.Not.Contain("Waivers").And.Not.Contain("ECS.20"), "what was waived before is no news");
            Assert.That(
                waived.Out,
                Does.StartWith("prod: 1 change · -408 USD a month\n").And.Not.Contain("did not before"),
                waived.ToString()
            );
            Assert.That(
                waived.Out,
                Does.Contain(
                    "**Waivers**\n\n- added: **RDS.5** on `idp-server-postgresql`: only for this week (me, until 2027-01-31)\n"
                )
            );
        }
    }

    [Test]
    public async Task A_user_pool_that_would_be_replaced_is_refused()
    {
        using var project = await RepositoryAsync(Cli.Project());
        var plan = await Cli.RunAsync(project.Path, "preview", "taskflow-dev", "--save", "plan.json");
        var text = File.ReadAllText(project.File("plan.json"));
        Assert.That(text, Does.Contain("\"usernameAttributes\": ["), plan.ToString());
        File.WriteAllText(
            project.File("plan.json"),
            System.Text.RegularExpressions.Regex.Replace(text, "(\"usernameAttributes\": \\[\\s*)\"email\"", "$1\"phone_number\"")
        );

        var ran = await Cli.RunAsync(project.Path, "preview", "taskflow-dev", "--baseline", "plan.json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(ran.Out, Does.Contain("usernameAttributes: + email"));
            Assert.That(ran.Out, Does.Contain("its users with their passwords and second factors"));
            Assert.That(ran.Out, Does.Contain("what to do instead: docs/runbooks/replace-a-user-pool.md"));
            Assert.That(
                ran.Out,
                Does.Match(@"! 3 replacements destroy data\n(.*\n)+.*aws:cognito:UserPoolClient taskflow-client-web")
            );
        }
    }

    [TestCase("nowhere", "got nowhere, want a revision of this repository")]
    [TestCase("--help", "got --help, want a revision of this repository")]
    public async Task A_revision_that_does_not_exist_is_bad_input(string revision, string message)
    {
        using var shop = await RepositoryAsync(Cli.Shop());
        var ran = await PreviewAsync(shop, "dev", $"--against={revision}");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
    }

    [Test]
    public async Task Without_a_repository_and_without_git_the_way_out_is_told()
    {
        using var shop = Cli.Shop();
        var outside = await PreviewAsync(shop, "dev", "--against", "HEAD");
        var missing = await Running.Async(
            Environment.ProcessPath!,
            [
                Path.Combine(AppContext.BaseDirectory, "Infra.Cli.dll"),
                "preview",
                "dev",
                "--program",
                Cli.Sample,
                "--against",
                "HEAD",
            ],
            shop.Path,
            new Dictionary<string, string?> { ["PATH"] = "/nowhere" }
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outside.ExitCode, Is.EqualTo(ExitCodes.BadInput), outside.ToString());
            Assert.That(outside.Error, Does.Contain("want a project in a git repository"));
            Assert.That(missing.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), missing.ToString());
            Assert.That(missing.Error, Does.Contain("git: not found on the PATH; install git"));
        }
    }

    [Test]
    public async Task A_revision_that_cannot_be_built_says_so_and_leaves_nothing_behind()
    {
        var broken = Cli.Project().With("Infra/Infra.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <Oops>\n</Project>\n");
        using var project = await RepositoryAsync(broken);
        project.With("Infra/Infra.csproj", "<Project />\n");

        var ran = await Cli.RunAsync(project.Path, "preview", "dev", "--against", "HEAD");
        var trees = await Running.Async("git", ["worktree", "list"], project.Path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
            Assert.That(ran.Error, Does.Match("building HEAD \\([0-9a-f]{7}\\), whose program is another"));
            Assert.That(ran.Error, Does.Contain("cannot be built:").And.Contain("take a revision that builds"));
            Assert.That(trees.Out.Trim().Split('\n'), Has.Length.EqualTo(1), trees.Out);
            Assert.That(Directory.GetDirectories(project.File(".build/against"), "tree", SearchOption.AllDirectories), Is.Empty);
        }
    }

    [TestCase("--baseline and --against: got both", "dev", "--baseline", "x", "--against", "HEAD")]
    [TestCase("--json and --markdown: got both", "dev", "--json", "--markdown", "--against", "HEAD")]
    [TestCase("--markdown: got nothing to compare with", "dev", "--markdown")]
    [TestCase("--all: got a stack beside it", "dev", "--all")]
    [TestCase("--all: got --json", "--all", "--json")]
    [TestCase("--all: got a file", "--all", "--save", "x")]
    public async Task Options_that_contradict_each_other_are_bad_input(string message, params string[] arguments)
    {
        using var shop = Cli.Shop();
        var ran = await PreviewAsync(shop, arguments);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
    }

    private static Task<Ran> PreviewAsync(TemporaryFolder folder, params string[] arguments) =>
        Cli.RunAsync(folder.Path, ["preview", "--program", Cli.Sample, .. arguments]);

    private static void Edit(TemporaryFolder folder, string file, string old, string now)
    {
        var text = File.ReadAllText(folder.File(file));
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(folder.File(file), text.Replace(old, now, StringComparison.Ordinal));
    }

    private static async Task<TemporaryFolder> RepositoryAsync(TemporaryFolder folder)
    {
        folder.With(".gitignore", ".build/\n");
        foreach (var arguments in new[] { "init -q .", "add -A", "-c user.name=t -c user.email=t@example.com commit -q -m one" })
            Assert.That((await Running.Async("git", arguments.Split(' '), folder.Path)).ExitCode, Is.Zero, arguments);
        return folder;
    }
}
