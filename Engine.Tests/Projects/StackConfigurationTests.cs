using Engine.Projects;

namespace Engine.Tests.Projects;

public sealed class StackConfigurationTests
{
    [Test]
    public void The_stack_comes_before_the_project()
    {
        var config = Files.Load("config: {replicas: 3, zone: a, 'aws:region': eu-west-1}", "config:\n  zone: b\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                config.Entries["shop:replicas"],
                Has.Property("Text").EqualTo("3").And.Property("Source").EqualTo("Pulumi.yaml:2 (default)")
            );
            Assert.That(
                config.Entries["shop:zone"],
                Has.Property("Text").EqualTo("b").And.Property("Source").EqualTo("Pulumi.dev.yaml:2")
            );
            Assert.That(
                config.Entries["aws:region"],
                Has.Property("Text").EqualTo("eu-west-1").And.Property("Source").EqualTo("Pulumi.yaml:2")
            );
            Assert.That(config.SourceOf("shop:zone"), Is.EqualTo("Pulumi.dev.yaml:2"));
            Assert.That(config.SourceOf("shop:replicas"), Is.EqualTo("Pulumi.yaml:2 (default)"));
            Assert.That(config.SourceOf("shop:nothing"), Is.Null);
        }
    }

    [Test]
    public void Maps_are_not_merged_into_each_other()
    {
        var config = Files.Load("config: {db: {default: {host: a, port: 1}}}", "config:\n  db: {host: b}\n");

        Assert.That(config.Entries["shop:db"].Text, Is.EqualTo("""{"host":"b"}"""));
    }

    [Test]
    public void A_declared_path_is_looked_up_and_put_in_as_a_path()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Files.Load("config: {db.host: a}", "config: {db: {host: b}}").Entries["shop:db"].Text,
                Is.EqualTo("""{"host":"b"}""")
            );
            Assert.That(
                Files.Load("config: {db.host: a}", "config: {db: {x: 1}}").Entries["shop:db"].Text,
                Is.EqualTo("""{"host":"a","x":1}""")
            );
            Assert.That(Files.Load("config: {db.host: a}", "").Entries["shop:db"].Text, Is.EqualTo("""{"host":"a"}"""));
        }
    }

    [Test]
    public void What_the_program_gets_is_json_of_texts_with_the_secrets_named()
    {
        var stack =
            $"encryptionsalt: {Files.Salt}\nconfig:\n  b: 8080\n  a: {{secure: \"{Files.Hunter2}\"}}\n  o: {{p: {{secure: \"{Files.Hunter2}\"}}, a: 1}}\n";

        var config = Files.Load("", stack, Files.RightPassphrase);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                config.ProgramConfig,
                Is.EqualTo("""{"shop:a":"hunter2","shop:b":"8080","shop:o":"{\"a\":1,\"p\":\"hunter2\"}"}""")
            );
            Assert.That(config.ProgramSecretKeys, Is.EqualTo("""["shop:a","shop:o"]"""));
            Assert.That(config.Entries["shop:o"].Display, Is.EqualTo("""{"a":1,"p":"[secret]"}"""));
            Assert.That(config.Entries["shop:a"].ToString(), Is.EqualTo("shop:a = [secret]"));
            Assert.That(config.Entries["shop:a"].IsPlaceholder, Is.False);
        }
    }

    [Test]
    public void Without_configuration_there_is_nothing_to_hand_over()
    {
        var config = Files.Load("", "");

        Assert.That((config.ProgramConfig, config.ProgramSecretKeys), Is.EqualTo(((string?)null, "[]")));
    }

    [Test]
    public void Everything_wrong_is_told_at_once()
    {
        var project = """
            config:
              replicas: {type: integer}
              zone: {}
              on: {type: boolean, default: false}
              token: {type: string, secret: true}
              plainSecret: {type: string, secret: true, default: x}
              names: {type: array, items: {type: string}}
            """;
        var stack =
            "config:\n  replicas: many\n  on: perhaps\n  token: plain\n  nmaes: [a]\n  awss:region: x\n  aws:regoin: y\n  names: [a, 1]\n";

        Assert.That(
            Files.Problems(() => Files.Load(project, stack)),
            Is.EquivalentTo([
                "shop:nmaes (line 5): unknown key; did you mean shop:names?",
                "awss:region (line 6): got the namespace awss, want shop, pulumi, infra or a package; did you mean aws?",
                "aws:regoin (line 7): unknown key; did you mean aws:region?",
                "shop:replicas (line 2): got \"many\", want a whole number",
                "shop:zone: got nothing, want a value; this key is required (Pulumi.yaml:4); pulumi config set shop:zone",
                "shop:on (line 3): got \"perhaps\", want true or false",
                "shop:token (line 4): got a plain value, want an encrypted one; pulumi config set --secret shop:token",
                "shop:plainSecret (Pulumi.yaml:7): got a plain value, want an encrypted one; pulumi config set --secret shop:plainSecret",
                "shop:names[1] (line 8): got 1, want a text",
            ])
        );
    }

    [TestCase("integer", "8080"), TestCase("string", "8080"), TestCase("integer", "'8080'"), TestCase("integer", "8080.0")]
    [TestCase("boolean", "'true'"), TestCase("string", "true")]
    public void Scalars_of_a_stack_are_measured_as_texts(string type, string value) =>
        Assert.That(() => Files.Load($"config: {{k: {{type: {type}}}}}", $"config: {{k: {value}}}"), Throws.Nothing);

    [Test]
    public void A_project_that_declares_nothing_lets_every_key_of_its_own_pass() =>
        Assert.That(
            Files.Load("config: {'aws:region': x}", "config: {anything: 1, 'pulumi:tags': {a: b}, 'infra:account': '1'}").Entries,
            Has.Count.EqualTo(4)
        );

    [Test]
    public void A_package_the_project_brings_along_is_no_unknown_namespace() =>
        Assert.That(
            () =>
                Files.Load(
                    "packages: {mine: x@1}\nplugins: {providers: [{name: yours, path: .}]}",
                    "config: {'mine:a': 1, 'yours:b': 2}"
                ),
            Throws.Nothing
        );
}
