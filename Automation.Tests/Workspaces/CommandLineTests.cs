using Pulumi.Automation;

namespace Automation.Tests.Workspaces;

/// <summary>The command lines of everything that is no operation on resources, word for word, through the stack where it offers them.</summary>
public sealed class CommandLineTests
{
    private static readonly Dictionary<string, ConfigValue> Settings = new()
    {
        ["shop:replicas"] = new("3"),
        ["shop:token"] = new("hunter2", isSecret: true),
    };

    private static IEnumerable<TestCaseData> Commands()
    {
        yield return Case(
            s => s.GetConfigAsync("shop:port"),
            "config get",
            Setting,
            "config get shop:port --json --stack dev --non-interactive"
        );
        yield return Case(
            s => s.GetConfigAsync("db.host", path: true),
            "config get",
            Setting,
            "config get --path db.host --json --stack dev --non-interactive"
        );
        yield return Case(
            s => s.GetAllConfigAsync(),
            "config",
            "{}",
            "config --show-secrets --json --stack dev --non-interactive"
        );
        yield return Case(
            s => s.SetConfigAsync("token", new("-x", true)),
            "config set",
            "",
            "config set token --secret --stack dev --non-interactive -- -x"
        );
        yield return Case(
            s => s.SetConfigAsync("db.host", new("h"), path: true),
            "config set",
            "",
            "config set --path db.host --plaintext --stack dev --non-interactive -- h"
        );
        yield return Case(
            s => s.SetAllConfigAsync(Settings),
            "config set-all",
            "",
            "config set-all --stack dev --plaintext shop:replicas=3 --secret shop:token=hunter2 --non-interactive"
        );
        yield return Case(
            s => s.SetAllConfigAsync(Settings, path: true),
            "config set-all",
            "",
            "config set-all --stack dev --path --plaintext shop:replicas=3 --secret shop:token=hunter2 --non-interactive"
        );
        yield return Case(s => s.RemoveConfigAsync("a"), "config rm", "", "config rm a --stack dev --non-interactive");
        yield return Case(
            s => s.RemoveConfigAsync("a.b", path: true),
            "config rm",
            "",
            "config rm a.b --stack dev --path --non-interactive"
        );
        yield return Case(
            s => s.RemoveAllConfigAsync(["a", "b"]),
            "config rm-all",
            "",
            "config rm-all --stack dev a b --non-interactive"
        );
        yield return Case(
            s => s.RemoveAllConfigAsync(["a", "b"], path: true),
            "config rm-all",
            "",
            "config rm-all --stack dev --path a b --non-interactive"
        );
        yield return Case(
            s => s.RefreshConfigAsync(),
            "config",
            "{}",
            "config refresh --force --stack dev --non-interactive",
            "config --show-secrets --json --stack dev --non-interactive"
        );
        yield return Case(
            s => s.AddEnvironmentsAsync(["one", "two"]),
            "config env",
            "",
            "config env add --stack dev --yes one two --non-interactive"
        );
        yield return Case(
            s => s.RemoveEnvironmentAsync("one"),
            "config env",
            "",
            "config env rm one --stack dev --yes --non-interactive"
        );
        yield return Case(s => s.GetTagAsync("k"), "stack tag", "v\n", "stack tag get k --stack dev --non-interactive");
        yield return Case(s => s.SetTagAsync("k", "v"), "stack tag", "", "stack tag set k v --stack dev --non-interactive");
        yield return Case(s => s.RemoveTagAsync("k"), "stack tag", "", "stack tag rm k --stack dev --non-interactive");
        yield return Case(s => s.ListTagsAsync(), "stack tag", "{}", "stack tag ls --json --stack dev --non-interactive");
        yield return Case(
            s => s.GetOutputsAsync(),
            "stack output",
            "{}",
            "stack output --json --stack dev --non-interactive",
            "stack output --json --show-secrets --stack dev --non-interactive"
        );
        yield return Case(
            s => s.GetHistoryAsync(),
            "stack history",
            "[]",
            "stack history --json --show-secrets --stack dev --non-interactive"
        );
        yield return Case(
            s =>
                s.GetHistoryAsync(
                    new()
                    {
                        PageSize = 5,
                        Page = 2,
                        ShowSecrets = false,
                    }
                ),
            "stack history",
            "[]",
            "stack history --json --page-size 5 --page 2 --stack dev --non-interactive"
        );
        yield return Case(
            s => s.GetHistoryAsync(new() { PageSize = 5, Page = 0 }),
            "stack history",
            "[]",
            "stack history --json --show-secrets --page-size 5 --page 1 --stack dev --non-interactive"
        );
        yield return Case(
            s => s.GetHistoryAsync(new() { Page = 3 }),
            "stack history",
            "[]",
            "stack history --json --show-secrets --stack dev --non-interactive"
        );
        yield return Case(
            s => s.GetInfoAsync(),
            "stack history",
            "[]",
            "stack history --json --show-secrets --page-size 1 --page 1 --stack dev --non-interactive"
        );
        yield return Case(s => s.CancelAsync(), "cancel", "", "cancel --yes --stack dev --non-interactive");
        yield return Case(
            s => s.ExportStackAsync(),
            "stack export",
            """{"version":3}""",
            "stack export --stack dev --show-secrets --non-interactive"
        );
        yield return Case(
            s => s.ImportStackAsync(StackDeployment.FromJsonString("""{"version":3}""")),
            "stack import",
            "",
            "stack import --file FILE --stack dev --non-interactive"
        );
        yield return Case(
            s => s.ChangeSecretsProviderAsync("awskms://alias/p"),
            "stack change-secrets-provider",
            "",
            "stack change-secrets-provider --stack dev awskms://alias/p --non-interactive"
        );
        yield return Case(s => s.State.DeleteAsync("urn:a"), "state", "", "state delete urn:a --stack dev --non-interactive");
        yield return Case(
            s => s.State.DeleteAsync("urn:a", force: true),
            "state",
            "",
            "state delete urn:a --force --stack dev --non-interactive"
        );
        yield return Case(
            s => s.State.UnprotectAsync("urn:a"),
            "state",
            "",
            "state unprotect urn:a --stack dev --non-interactive"
        );
        yield return Case(s => s.State.UnprotectAllAsync(), "state", "", "state unprotect --all --stack dev --non-interactive");
        yield return Case(
            s => s.Workspace.CreateStackAsync("acme/shop/prod"),
            "stack init",
            "",
            "stack init acme/shop/prod --non-interactive"
        );
        yield return Case(
            s => s.Workspace.SelectStackAsync("prod"),
            "stack select",
            "",
            "stack select --stack prod --non-interactive"
        );
        yield return Case(s => s.Workspace.RemoveStackAsync("prod"), "stack rm", "", "stack rm --yes prod --non-interactive");
        yield return Case(s => s.Workspace.ListStacksAsync(), "stack ls", "[]", "stack ls --json --non-interactive");
        yield return Case(s => s.Workspace.GetStackAsync(), "stack ls", "[]", "stack ls --json --non-interactive");
        yield return Case(s => s.Workspace.WhoAmIAsync(), "whoami", """{"user":"me"}""", "whoami --json --non-interactive");
        yield return Case(
            s => s.Workspace.InstallPluginAsync("aws", "v7.48.0"),
            "plugin",
            "",
            "plugin install resource aws v7.48.0 --non-interactive"
        );
        yield return Case(
            s =>
                s.Workspace.InstallPluginAsync(
                    "go",
                    "v1.0.0",
                    PluginKind.Language,
                    new PluginInstallOptions { ExactVersion = true, ServerUrl = "https://x" }
                ),
            "plugin",
            "",
            "plugin install language go v1.0.0 --exact --server https://x --non-interactive"
        );
        yield return Case(s => s.Workspace.RemovePluginAsync(), "plugin", "", "plugin rm resource --yes --non-interactive");
        yield return Case(
            s => s.Workspace.RemovePluginAsync("aws", ">=7.0.0", PluginKind.Analyzer),
            "plugin",
            "",
            "plugin rm analyzer aws >=7.0.0 --yes --non-interactive"
        );
        yield return Case(s => s.Workspace.ListPluginsAsync(), "plugin", "[]", "plugin ls --json --non-interactive");
        yield return Case(s => s.Workspace.InstallAsync(), "install", "", "install --non-interactive");
        yield return Case(
            s =>
                s.Workspace.InstallAsync(
                    new()
                    {
                        UseLanguageVersionTools = true,
                        NoDependencies = true,
                        Reinstall = true,
                        NoPlugins = true,
                    }
                ),
            "install",
            "",
            "install --use-language-version-tools --no-dependencies --reinstall --no-plugins --non-interactive"
        );
    }

    private const string Setting = """{"value":"8080","secret":false}""";

    private static TestCaseData Case(Func<WorkspaceStack, Task> run, string words, string answer, params string[] lines) =>
        new TestCaseData(run, words, answer, lines).SetArgDisplayNames(lines[0]);

    [TestCaseSource(nameof(Commands))]
    public async Task The_command_line_is(Func<WorkspaceStack, Task> command, string words, string answer, string[] lines)
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(words, answer);

        await command(run.Stack);

        Assert.That(run.Lines, Is.EqualTo(lines));
    }

    [Test]
    public async Task A_new_stack_has_the_secrets_provider_of_its_workspace()
    {
        using var run = await Recorded.StackAsync(new() { SecretsProvider = "awskms://alias/pulumi" });

        await WorkspaceStack.CreateAsync("prod", run.Workspace);

        Assert.That(run.Line, Is.EqualTo("stack init prod --secrets-provider awskms://alias/pulumi --non-interactive"));
    }

    [Test]
    public async Task A_new_passphrase_goes_through_standard_input_and_nowhere_else()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("stack change-secrets-provider");

        await run.Stack.ChangeSecretsProviderAsync("passphrase", new() { NewPassphrase = "correct horse" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Line, Is.EqualTo("stack change-secrets-provider --stack dev passphrase --non-interactive"));
            Assert.That(run.Cli.Calls[^1].Input, Is.EqualTo("correct horse"));
        }
    }

    [Test]
    public async Task A_passphrase_provider_without_a_passphrase_is_refused_before_the_CLI_is_asked()
    {
        using var run = await Recorded.StackAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => run.Stack.ChangeSecretsProviderAsync("passphrase"));
        Assert.That(run.Lines, Is.Empty);
    }

    [Test]
    public async Task A_page_without_runs_is_refused()
    {
        using var run = await Recorded.StackAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => run.Stack.GetHistoryAsync(new() { PageSize = 0 }));

        Assert.That(refusal!.Message, Does.StartWith("PageSize: got 0, want 1 or more"));
    }
}
