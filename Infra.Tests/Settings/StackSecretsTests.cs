using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Settings;
using Infra.Systems;
using Infra.Validation;
using static Infra.Tests.Settings.StackFile;

namespace Infra.Tests.Settings;

public sealed class StackSecretsTests
{
    private const string Key = "idp-infra:secrets";
    private const string Canary = "hunter2-canary";
    private static readonly KnownSecret[] Known = [new("googleClientSecret", "Google."), new("githubToken", "GitHub.")];

    [Test]
    public void A_secret_of_the_file_is_found_and_another_is_not()
    {
        var secrets = Read(new { googleClientSecret = Canary }, out var problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems, Is.Empty);
            Assert.That((secrets.Has("googleClientSecret"), secrets.Has("githubToken")), Is.EqualTo((true, false)));
            Assert.That(secrets.Find("googleClientSecret"), Is.Not.Null);
            Assert.That(secrets.Find("githubToken"), Is.Null);
        }
    }

    [Test]
    public async Task It_is_secret_from_birth()
    {
        var secrets = Read(new { githubToken = Canary }, out _);

        Assert.That(await Pulumi.Output.IsSecretAsync(secrets.Find("githubToken")!));
    }

    [TestCase(null), TestCase("{}")]
    public void A_file_without_secrets_is_fine(string? json)
    {
        var config = Of("dev", null, (Key, json)) with { SecretKeys = [] };
        var problems = new List<Problem>();

        var secrets = SecretsReader.Read(config, Known, problems);

        Assert.That((problems.Count, secrets.Has("githubToken")), Is.EqualTo((0, false)));
    }

    [TestCase(
        """{"googleClientSecrt":"x"}""",
        "secrets.googleClientSecrt: unknown key; did you mean googleClientSecret?",
        TestName = "A misspelt name is refused"
    )]
    [TestCase(
        """{"password":"hunter2-canary"}""",
        "secrets.password: unknown key; want googleClientSecret or githubToken",
        TestName = "A name nobody knows is refused"
    )]
    [TestCase(
        """{"githubToken":7300112}""",
        "secrets.githubToken: got a value that is no text, want a text; pulumi config set --secret --path 'secrets.githubToken'",
        TestName = "A number is refused"
    )]
    [TestCase(
        """{"githubToken":["hunter2-canary"]}""",
        "secrets.githubToken: got a value that is no text, want a text; pulumi config set --secret --path 'secrets.githubToken'",
        TestName = "A list is refused"
    )]
    [TestCase(
        """{"githubToken":""}""",
        "secrets.githubToken: got an empty text, want a text; remove the key, or: pulumi config set --secret --path 'secrets.githubToken'",
        TestName = "An empty text is refused"
    )]
    [TestCase(
        """{"githubToken":"hunter2-canary\n"}""",
        "secrets.githubToken: got a text with spaces or line breaks around it, want the bare text; pulumi config set --secret --path 'secrets.githubToken'",
        TestName = "A line break that came with a pasted value is refused"
    )]
    [TestCase(
        "hunter2-canary",
        "secrets: got something else, want a map of encrypted texts by name; for each: pulumi config set --secret --path 'secrets.<name>'",
        TestName = "A text in place of the map is refused"
    )]
    [TestCase(
        "[\"hunter2-canary\"]",
        "secrets: got something else, want a map of encrypted texts by name; for each: pulumi config set --secret --path 'secrets.<name>'",
        TestName = "A list in place of the map is refused"
    )]
    public void What_cannot_be_used_is_refused_and_never_shown(string json, string problem)
    {
        _ = Read(json, out var problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems.Select(found => found.ToString()), Is.EqualTo(new[] { problem }));
            Assert.That(problem, Does.Not.Contain(Canary).And.Not.Contain("7300112"));
        }
    }

    [Test]
    public void Plain_text_is_refused_for_every_name_and_not_shown()
    {
        var config = Of("dev", null, (Key, $$"""{"githubToken":"{{Canary}}","googleClientSecret":"{{Canary}}"}"""));
        var problems = new List<Problem>();

        var secrets = SecretsReader.Read(config, Known, problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                problems.Select(problem => problem.ToString()),
                Is.EqualTo(
                    new[]
                    {
                        "secrets.githubToken: got a value in plain text, want an encrypted one; "
                            + "take a new value and: pulumi config set --secret --path 'secrets.githubToken'",
                        "secrets.googleClientSecret: got a value in plain text, want an encrypted one; "
                            + "take a new value and: pulumi config set --secret --path 'secrets.googleClientSecret'",
                    }
                )
            );
            Assert.That(secrets.Has("githubToken"), Is.False);
        }
    }

    [Test]
    public void Where_Pulumi_does_not_tell_what_is_secret_nothing_is_called_plain()
    {
        var config = Of("dev", null, (Key, $$"""{"githubToken":"{{Canary}}"}""")) with { Keys = [] };
        var problems = new List<Problem>();

        Assert.That((SecretsReader.Read(config, Known, problems).Has("githubToken"), problems.Count), Is.EqualTo((true, 0)));
    }

    [Test]
    public void A_system_that_makes_its_own_secrets_takes_none() =>
        Assert.That(
            Problems(Prod(null, (Key, """{"githubToken":"x"}""")) with { SecretKeys = [Key] }),
            Is.EqualTo(new[] { "secrets.githubToken: unknown key; this system takes no secrets, it makes its own; remove it" })
        );

    [Test]
    public void A_name_that_the_system_does_not_declare_cannot_be_asked_for() =>
        Assert.That(
            () => StackSecrets.None.Find("githubToken"),
            Throws.ArgumentException.With.Message.StartsWith("githubToken is no secret that the system declares")
        );

    [Test]
    public void Nothing_prints_a_secret()
    {
        var secrets = Read(new { githubToken = Canary }, out _);

        Assert.That($"{secrets} {TestStacks.Prod with { Secrets = secrets }}", Does.Not.Contain(Canary));
    }

    [Test]
    public void The_list_says_which_are_set_and_shows_none()
    {
        var secrets = Read(new { githubToken = Canary }, out _);
        var settings = new ShopSettings();
        var stack = new LoadedStack(TestStacks.Prod with { Secrets = secrets }, new Shop(), settings, settings, null);

        var entries = SettingsListing.SecretsOf(stack, "idp-infra").Select(entry => entry.ToJson().ToJsonString()).ToList();

        Assert.That(
            entries,
            Is.EqualTo(
                new[]
                {
                    """{"path":"idp-infra:secrets.googleClientSecret","value":null,"unit":null,"allowed":"an encrypted text","description":"Google.","source":"not set","secret":false}""",
                    """{"path":"idp-infra:secrets.githubToken","value":"[secret]","unit":null,"allowed":"an encrypted text","description":"GitHub.","source":"stack file","secret":true}""",
                }
            )
        );
    }

    [Test]
    public void The_schema_describes_them_apart_from_the_settings()
    {
        var schema = SettingsSchema.Of(new Shop());
        var secrets = schema["$defs"]!["secrets"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(schema["properties"]!.AsObject().Select(setting => setting.Key), Is.EqualTo(new[] { "open" }));
            Assert.That(
                secrets["properties"]!.AsObject().Select(secret => secret.Key),
                Is.EqualTo(new[] { "googleClientSecret", "githubToken" })
            );
            Assert.That(secrets["additionalProperties"]!.GetValue<bool>(), Is.False);
            Assert.That(
                JsonNode.DeepEquals(
                    secrets["properties"]!["githubToken"],
                    JsonNode.Parse(
                        """
                        {"type":"object","additionalProperties":false,"properties":{"secure":{"type":"string","minLength":1}},
                         "required":["secure"],"description":"GitHub."}
                        """
                    )
                )
            );
            Assert.That(SettingsSchema.Of(SystemCatalog.Find("idp-server")!).ContainsKey("$defs"), Is.False);
        }
    }

    [Test]
    public void The_page_lists_them() =>
        Assert.That(
            SettingsPage.Of("shop", new Shop().Tree, new Shop().Defaults, new Shop().Secrets),
            Does.EndWith(
                """

                ### Secrets

                Under `idp-infra:secrets`, each set by `pulumi config set --secret --path 'secrets.<name>'`.

                | secret | what it is for |
                |---|---|
                | `googleClientSecret` | Google. |
                | `githubToken` | GitHub. |

                """.ReplaceLineEndings("\n")
            )
        );

    private static StackSecrets Read(object secrets, out List<Problem> problems)
    {
        var json = secrets as string ?? JsonSerializer.Serialize(secrets);
        problems = [];
        return SecretsReader.Read(Of("dev", null, (Key, json)) with { SecretKeys = [Key] }, Known, problems);
    }

    private sealed class Shop : SystemDefinition<ShopSettings>
    {
        public override string Name => "shop";

        public override System.Collections.Immutable.ImmutableArray<KnownSecret> Secrets => [.. Known];

        protected override ShopSettings DefaultsFor(StackEnvironment environment) => new();

        protected override IEnumerable<Problem> Validate(
            StackContext context,
            ShopSettings settings,
            IReadOnlyCollection<Problem> unread
        ) => [];

        protected override IDictionary<string, object?> Run(StackContext context, ShopSettings settings) =>
            new Dictionary<string, object?>();
    }

    private sealed record ShopSettings
    {
        [Setting("Whether it is open.")]
        public bool Open { get; init; } = true;
    }
}
