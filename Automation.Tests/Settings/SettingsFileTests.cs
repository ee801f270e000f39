using Automation.Tests.Workspaces;
using Pulumi.Automation;

namespace Automation.Tests.Settings;

public sealed class SettingsFileTests
{
    [Test]
    public async Task A_project_file_is_read()
    {
        using var run = await With(
            "Pulumi.yaml",
            """
            name: shop
            runtime:
              name: dotnet
              options: {binary: bin/Shop.dll, typescript: true, virtualenv: venv}
            main: src
            description: a shop
            author: me
            website: https://x
            license: MIT
            config: stacks
            backend: {url: "s3://b"}
            template:
              description: t
              quickstart: q
              important: true
              config:
                aws:region: {description: r, default: eu-west-1, secret: false}
            """
        );

        var project = await run.Workspace.GetProjectSettingsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((project!.Name, project.Runtime.Name), Is.EqualTo(("shop", ProjectRuntimeName.Dotnet)));
            var options = project.Runtime.Options!;
            Assert.That(
                (options.Binary, options.TypeScript, options.VirtualEnv),
                Is.EqualTo(("bin/Shop.dll", (bool?)true, "venv"))
            );
            Assert.That(
                (
                    project.Main,
                    project.Description,
                    project.Author,
                    project.Website,
                    project.License,
                    project.Config,
                    project.Backend!.Url
                ),
                Is.EqualTo(("src", "a shop", "me", "https://x", "MIT", "stacks", "s3://b"))
            );
            var template = project.Template!;
            Assert.That((template.Description, template.QuickStart, template.Important), Is.EqualTo(("t", "q", (bool?)true)));
            var setting = template.Config!["aws:region"];
            Assert.That((setting.Description, setting.Default, setting.Secret), Is.EqualTo(("r", "eu-west-1", (bool?)false)));
        }
    }

    [Test]
    public async Task What_is_not_known_or_not_changed_stays_as_it_is_when_a_project_file_is_saved()
    {
        using var run = await With(
            "Pulumi.yaml",
            """
            name: "shop"
            runtime: {name: dotnet, options: {binary: old.dll, use-executor: mono}}
            description: old
            license: MIT
            requiredPulumiVersion: ">=3.1.0"
            config: {'shop:port': {type: integer, default: 80}}
            """
        );
        var project = (await run.Workspace.GetProjectSettingsAsync())!;
        project.Description = "new: \"one\"";
        project.License = null;
        project.Runtime.Options!.Binary = "new.dll";
        project.Backend = new() { Url = "file://~" };

        await run.Workspace.SaveProjectSettingsAsync(project);

        Assert.That(
            await run.ReadAsync("Pulumi.yaml"),
            Is.EqualTo(
                """
                name: "shop"
                runtime: {name: dotnet, options: {binary: new.dll, use-executor: mono}}
                description: 'new: "one"'
                requiredPulumiVersion: ">=3.1.0"
                config: {'shop:port': {type: integer, default: 80}}
                backend:
                  url: file://~

                """
            )
        );
    }

    [Test]
    public async Task A_project_file_that_is_JSON_stays_JSON()
    {
        using var run = await With("Pulumi.json", """{"name":"shop","runtime":"go","x":[1,true,null,"2"]}""");
        var project = (await run.Workspace.GetProjectSettingsAsync())!;
        project.Main = "src";

        await run.Workspace.SaveProjectSettingsAsync(project);

        Assert.That(
            (await run.ReadAsync("Pulumi.json")).Replace(" ", "").Replace("\n", ""),
            Is.EqualTo("""{"name":"shop","runtime":"go","x":[1,true,null,"2"],"main":"src"}""")
        );
        Assert.That(run.Folder.GetFiles("Pulumi*"), Has.Length.EqualTo(1));
    }

    [TestCase("runtime: dotnet", "name: got nothing, want a name")]
    [TestCase("name: shop", "runtime: got nothing, want nodejs, go, python or dotnet")]
    [TestCase("{name: shop, runtime: cobol}", "runtime: got cobol, want nodejs, go, python or dotnet")]
    [TestCase("- name", "got no map, want keys and values")]
    [TestCase("name: [", "got what is neither YAML nor JSON, want one of them")]
    public async Task A_wrong_project_file_is_named(string text, string message)
    {
        using var run = await With("Pulumi.yaml", text);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => run.Workspace.GetProjectSettingsAsync());

        Assert.That(error!.Message, Does.StartWith(Path.Combine(run.Folder.FullName, "Pulumi.yaml")).And.EndsWith(message));
    }

    [Test]
    public async Task No_file_is_no_settings()
    {
        using var run = await Recorded.StackAsync();

        Assert.That(await run.Workspace.GetProjectSettingsAsync(), Is.Null);
        Assert.That(await run.Workspace.GetStackSettingsAsync("dev"), Is.Null);
    }

    [Test]
    public async Task The_file_of_a_stack_is_read_by_the_last_part_of_its_name()
    {
        using var run = await With(
            "Pulumi.dev.yml",
            """
            secretsprovider: awskms://alias/pulumi
            encryptedkey: abc=
            encryptionsalt: v1:x
            config:
              aws:region: eu-west-1
              shop:replicas: 3
              shop:token: {secure: "v1:y"}
              shop:db: {host: h, ports: [1, 2], password: {secure: "v1:z"}}
              shop:zones: [a, b]
            """
        );

        var stack = (await run.Workspace.GetStackSettingsAsync("acme/shop/dev"))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (stack.SecretsProvider, stack.EncryptedKey, stack.EncryptionSalt),
                Is.EqualTo(("awskms://alias/pulumi", "abc=", "v1:x"))
            );
            Assert.That(
                stack.Config!.Select(entry => (entry.Key, entry.Value.Value, entry.Value.IsSecure)),
                Is.EqualTo(
                    new[]
                    {
                        ("aws:region", "eu-west-1", false),
                        ("shop:replicas", "3", false),
                        ("shop:token", "v1:y", true),
                        ("shop:db", """{"host":"h","ports":[1,2],"password":{"secure":"v1:z"}}""", false),
                        ("shop:zones", """["a","b"]""", false),
                    }
                )
            );
        }
    }

    [Test]
    public async Task A_stack_that_is_saved_as_it_was_read_has_the_same_file()
    {
        const string Text = """
            environment:
            - one
            config:
              aws:region: 'eu-west-1'
              shop:db: {host: h, password: {secure: "v1:z"}}
              shop:token:
                secure: v1:y

            """;
        using var run = await With("Pulumi.dev.yaml", Text);

        await run.Workspace.SaveStackSettingsAsync("dev", (await run.Workspace.GetStackSettingsAsync("dev"))!);

        Assert.That(await run.ReadAsync("Pulumi.dev.yaml"), Is.EqualTo(Text));
    }

    [Test]
    public async Task Settings_are_changed_added_and_taken_away_and_read_as_what_they_were()
    {
        using var run = await With("Pulumi.dev.yaml", "config:\n  a:old: 1\n  a:kept: 2\n");
        string[] texts =
        [
            "",
            "null",
            "~",
            "true",
            "8080",
            "0x10",
            "1e3",
            "007",
            "-",
            "2026-01-02",
            "a: b",
            "- x",
            "line\nbreak",
            "{not json",
            "größer",
        ];
        var values = texts.Select((text, i) => ($"a:t{i:00}", new StackSettingsConfigValue(text, false))).ToDictionary();
        values["a:kept"] = new("3", false);
        values["a:secret"] = new("v1:s", true);
        values["a:object"] = new("""{"b":[1,"2"]}""", false);

        await run.Workspace.SaveStackSettingsAsync("dev", new() { Config = values });

        var text = await run.ReadAsync("Pulumi.dev.yaml");
        var read = (await run.Workspace.GetStackSettingsAsync("dev"))!.Config!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                read.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value.Value, entry.Value.IsSecure)),
                Is.EqualTo(
                    values.OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value.Value, entry.Value.IsSecure))
                )
            );
            Assert.That(text, Does.Contain("a:t03: true\n").And.Contain("a:t04: 8080\n").And.Contain("a:kept: 3\n"));
            Assert.That(
                text,
                Does.Contain("a:t00: \"\"\n")
                    .And.Contain("a:t01: \"null\"\n")
                    .And.Contain("a:t05: \"0x10\"\n")
                    .And.Contain("a:t09: \"2026-01-02\"\n")
            );
            Assert.That(text, Does.Not.Contain("a:old"));
            Assert.That(run.Folder.GetFiles(), Has.Length.EqualTo(1), "nothing temporary is left");
        }
    }

    [Test]
    public async Task A_stack_without_settings_loses_the_key()
    {
        using var run = await With("Pulumi.dev.yaml", "encryptionsalt: v1:x\nconfig:\n  a:b: 1\n");

        await run.Workspace.SaveStackSettingsAsync("dev", new() { EncryptionSalt = "v1:x" });

        Assert.That(await run.ReadAsync("Pulumi.dev.yaml"), Is.EqualTo("encryptionsalt: v1:x\n"));
    }

    private static async Task<Recorded> With(string name, string text)
    {
        var run = await Recorded.StackAsync();
        await File.WriteAllTextAsync(Path.Combine(run.Folder.FullName, name), text);
        return run;
    }
}
