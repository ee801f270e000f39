using Engine.Projects;

namespace Engine.Tests.Projects;

public sealed class SecretTests
{
    private const string Stack = $$"""
        encryptionsalt: {{Files.Salt}}
        config:
          token: {secure: "{{Files.Hunter2}}"}
          db: {host: h, password: {secure: "{{Files.Hunter2}}"}, list: [{secure: "{{Files.Hunter2}}"}]}
          port: {secure: "{{Files.Hunter2}}"}
        """;

    [Test]
    public void The_right_passphrase_opens_them() =>
        Assert.That(Files.Load("", Stack, Files.RightPassphrase).Entries["shop:token"].Text, Is.EqualTo("hunter2"));

    [Test]
    public void The_checkpoint_form_is_opened_by_the_same_key()
    {
        var cipher = PassphraseCipher.Open(Files.Salt, Files.RightPassphrase)!;

        var opened = cipher.TryDecrypt("v1:ICEiIyQlJicoKSor:UxBaQSTYlgbFcwzDRz9KA1zaLQpV0ZcZcA==", out var text);

        Assert.That((opened, text), Is.EqualTo((true, "\"hunter2\"")));
    }

    [Test]
    public void Without_a_passphrase_each_is_a_placeholder_of_its_kind()
    {
        var config = Files.Load(
            "config: {port: {type: integer, secret: true}, token: {type: string}, db: {type: object}}",
            Stack
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(config.Entries.Values.Select(entry => entry.IsPlaceholder && entry.IsSecret), Is.All.True);
            Assert.That(config.Entries["shop:token"].Text, Is.EqualTo("placeholder-for-token"));
            Assert.That(config.Entries["shop:port"].Text, Is.EqualTo("1"));
            Assert.That(
                config.Entries["shop:db"].Text,
                Is.EqualTo("""{"host":"h","list":["placeholder-for-db-list-0"],"password":"placeholder-for-db-password"}""")
            );
            Assert.That(
                config.Entries["shop:db"].Display,
                Is.EqualTo("""{"host":"h","list":["[secret]"],"password":"[secret]"}""")
            );
        }
    }

    [TestCase("secretsprovider: awskms://alias/x\n")]
    [TestCase("")]
    public void Another_keeper_of_secrets_means_placeholders_too(string provider)
    {
        var config = Files.Load("", $"{provider}config: {{token: {{secure: \"v1:a:b\"}}}}", Files.RightPassphrase);

        Assert.That(config.Entries["shop:token"].IsPlaceholder, Is.True);
    }

    [TestCase("wrong")]
    [TestCase("")]
    public void A_wrong_passphrase_is_said_once_and_plainly(string passphrase)
    {
        var problems = Files.Problems(() => Files.Load("", Stack, passphrase));

        Assert.That(
            problems.Single(),
            Does.StartWith("PULUMI_CONFIG_PASSPHRASE: got a passphrase that does not open the stack's secrets")
        );
    }

    [TestCase("v1:EBESExQVFhcYGRob:vSYoikRTk7Fi/gAv38m9e1ZauiuzH38A")]
    [TestCase("v2:EBESExQVFhcYGRob:vSYoikRTk7Fi/gAv38m9e1ZauiuzH38=")]
    [TestCase("v1:EBES:vSYoikRTk7Fi/gAv38m9e1ZauiuzH38=")]
    [TestCase("hunter2")]
    public void What_the_key_does_not_open_is_named(string ciphertext)
    {
        var stack = $"encryptionsalt: {Files.Salt}\nconfig:\n  a: {{b: {{secure: \"{ciphertext}\"}}}}\n";

        Assert.That(
            Files.Problems(() => Files.Load("", stack, Files.RightPassphrase)).Single(),
            Is.EqualTo(
                "shop:a.b (line 3): got a secret the stack's passphrase does not open, want one encrypted with it; set it again: pulumi config set --secret shop:a"
            )
        );
    }

    [Test]
    public void A_salt_that_is_none_is_said() =>
        Assert.That(
            Files.Problems(() => Files.Load("", "encryptionsalt: nonsense\nconfig: {a: {secure: x}}", "p")).Single(),
            Does.StartWith("encryptionsalt: got something else")
        );

    [Test]
    public void A_secret_of_the_wrong_type_is_told_without_its_content()
    {
        var problem = Files
            .Problems(() => Files.Load("config: {token: {type: integer}, db: {}, port: {}}", Stack, Files.RightPassphrase))
            .Single();

        Assert.That(
            problem,
            Is.EqualTo("shop:token (line 3): got [secret], want a whole number; what was encrypted is of another type")
        );
    }

    [Test]
    public void The_passphrase_may_lie_in_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"  {Files.RightPassphrase}\n");

            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    Passphrase.From(name => name == Passphrase.FileVariable ? file : null),
                    Is.EqualTo(Files.RightPassphrase)
                );
                Assert.That(
                    Passphrase.From(name => name == Passphrase.FileVariable ? file : ""),
                    Is.Empty,
                    "the variable wins, even empty"
                );
                Assert.That(Passphrase.From(name => name == Passphrase.FileVariable ? "" : null), Is.Null);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }
}
