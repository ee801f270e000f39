using Automation.Tests.StandIns;
using Pulumi.Automation;
using Pulumi.Automation.Commands;

namespace Automation.Tests.Commands;

public sealed class VersionTests
{
    [TestCase("v3.260.0\n", "3.260.0")]
    [TestCase("3.1.0", "3.1.0")]
    [TestCase("v3.261.0-alpha.1+dirty\n", "3.261.0-alpha.1+dirty")]
    public async Task A_version_that_will_do_is_known(string answer, string version)
    {
        using var cli = new StandInCli().Answer("version", answer);

        using var workspace = await LocalWorkspace.CreateAsync(new() { EnvironmentVariables = cli.Environment });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(workspace.PulumiVersion, Is.EqualTo(version));
            Assert.That(cli.Calls[0].Arguments, Is.EqualTo(new[] { "version" }));
            Assert.That(cli.Calls[0].Environment["PULUMI_SKIP_UPDATE_CHECK"], Is.EqualTo("true"));
        }
    }

    [TestCase("v3.0.9", "version 3.0.9")]
    [TestCase("v3.1.0-beta.1", "version 3.1.0-beta.1")]
    [TestCase("v2.99.0", "version 2.99.0")]
    [TestCase("v4.0.0", "version 4.0.0")]
    [TestCase("hello\n", "a version that cannot be read, 'hello'")]
    [TestCase("v3.1", "a version that cannot be read, 'v3.1'")]
    [TestCase("v3.-1.0", "a version that cannot be read, 'v3.-1.0'")]
    public async Task Another_version_is_refused_with_the_way_out(string answer, string got)
    {
        using var cli = new StandInCli().Answer("version", answer);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            LocalWorkspace.CreateAsync(new() { EnvironmentVariables = cli.Environment })
        );

        Assert.That(
            refusal!.Message,
            Is.EqualTo(
                $"pulumi: got {got}, want 3.1.0 or later of major version 3; install another one (https://www.pulumi.com/docs/install/), "
                    + "or set PULUMI_AUTOMATION_API_SKIP_VERSION_CHECK to try this one"
            )
        );
    }

    [Test]
    public async Task A_CLI_that_fails_to_say_its_version_fails()
    {
        using var cli = new StandInCli().Answer("version", new StandInAnswer { ExitCode = 1, Error = "broken" });

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            LocalWorkspace.CreateAsync(new() { EnvironmentVariables = cli.Environment })
        );

        Assert.That(
            failure!.Message,
            Does.StartWith("pulumi: got exit code 1 of pulumi version ('broken'), want 3.1.0 or later")
        );
    }

    [Test]
    public async Task The_check_is_skipped_by_a_variable_of_the_workspace_whatever_its_value()
    {
        using var cli = new StandInCli().Answer("version", "hello").Answer("whoami", "{}");
        var variables = cli.Environment;
        variables[LocalPulumiCommand.SkipVersionCheckVar] = "false";

        using var workspace = await LocalWorkspace.CreateAsync(new() { EnvironmentVariables = variables });
        await workspace.WhoAmIAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.Throws<InvalidOperationException>(() => _ = workspace.PulumiVersion);
            Assert.That(cli.Lines, Is.EqualTo(new[] { "whoami --json --non-interactive" }), "an unknown version counts as new");
        }
    }

    [Test]
    public async Task The_check_is_skipped_by_an_option()
    {
        using var cli = new StandInCli().Answer("version", "v2.0.0").Enter();

        var command = await LocalPulumiCommand.CreateAsync(new() { SkipVersionCheck = true });

        Assert.That(command.CliVersion!.ToString(), Is.EqualTo("2.0.0"));
    }

    [Test]
    public async Task An_old_CLI_is_asked_in_the_old_way_or_not_at_all()
    {
        using var cli = new StandInCli().Answer("version", "v3.57.1").Answer("whoami", "me\n");
        using var workspace = await LocalWorkspace.CreateAsync(new() { EnvironmentVariables = cli.Environment });

        var me = await workspace.WhoAmIAsync();
        var install = await Assert.ThrowsAsync<InvalidOperationException>(() => workspace.InstallAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => workspace.AddEnvironmentsAsync("dev", ["a"]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => workspace.RemoveEnvironmentAsync("dev", "a"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((me.User, me.Url, me.Organizations.Length), Is.EqualTo(("me", (string?)null, 0)));
            Assert.That(
                install!.Message,
                Is.EqualTo("pulumi install: got a CLI of version 3.57.1, want 3.91.0 or later; update it")
            );
            Assert.That(cli.Lines, Is.EqualTo(new[] { "whoami --non-interactive" }));
        }
    }

    [Test]
    public async Task A_CLI_of_another_place_is_started_from_there_and_finds_its_plugins_there()
    {
        var root = Directory.CreateTempSubdirectory("pulumi-root-");
        try
        {
            var link = Path.Combine(root.CreateSubdirectory("bin").FullName, "pulumi");
            File.CreateSymbolicLink(link, Path.Combine(StandInCli.Home, "pulumi"));
            using var cli = new StandInCli().Answer("whoami", """{"user":"me"}""");
            var variables = new Dictionary<string, string?> { ["PULUMI_STANDIN"] = cli.Folder, ["PATH"] = "/nowhere" };
            using var scope = new StandInCli().Enter();
            System.Environment.SetEnvironmentVariable("PULUMI_STANDIN", cli.Folder);

            var command = await LocalPulumiCommand.CreateAsync(new() { Root = root.FullName });
            using var workspace = await LocalWorkspace.CreateAsync(
                new() { PulumiCommand = command, EnvironmentVariables = variables }
            );

            Assert.That((await workspace.WhoAmIAsync()).User, Is.EqualTo("me"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
