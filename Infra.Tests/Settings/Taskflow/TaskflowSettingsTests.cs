using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Identity;
using Infra.Settings;
using Infra.Settings.Taskflow;
using static Infra.Tests.Settings.StackFile;

namespace Infra.Tests.Settings.Taskflow;

public sealed class TaskflowSettingsTests
{
    private const string NoHost =
        "settings.cdn.domain: got nothing, want the host people use; callbacks, passkeys and mail belong to it";

    [TestCase("dev", false, 7, 7, 7, 0, 0)]
    [TestCase("staging", true, 30, 35, 30, 30, 0)]
    [TestCase("prod", true, 30, 35, 30, 30, 2)]
    public void Defaults_are_those_of_the_environment(
        string environment,
        bool protect,
        int logDays,
        int recoveryDays,
        int rescueDays,
        int transitionDays,
        int warm
    )
    {
        var settings = Load(environment, new { });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((settings.Protect, settings.Users.DeletionProtection), Is.EqualTo((protect, protect)));
            Assert.That(
                new[]
                {
                    settings.Users.Logs.RetentionDays,
                    settings.Function.LogRetentionDays,
                    settings.Api.LogRetentionDays,
                    settings.Waf.LogRetentionDays,
                },
                Is.All.EqualTo(logDays)
            );
            Assert.That(settings.Table.RecoveryDays, Is.EqualTo(recoveryDays));
            Assert.That(
                (settings.Content.NoncurrentDays, settings.Content.TransitionDays),
                Is.EqualTo((rescueDays, transitionDays))
            );
            Assert.That(settings.Function.ProvisionedConcurrency, Is.EqualTo(warm));
            Assert.That(settings.Key.DeletionDays, Is.EqualTo(protect ? 30 : 7));
        }
    }

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("prod")]
    public void How_people_sign_in_is_the_same_everywhere(string environment)
    {
        var users = Load(environment, new { }).Users;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(users.SelfSignUp, Is.True);
            Assert.That((users.Mfa, users.ThreatProtection), Is.EqualTo((PoolMfa.Optional, ThreatProtection.Enforced)));
            Assert.That((users.Password.MinimumLength, users.Password.TemporaryDays), Is.EqualTo((12, 3)));
            Assert.That((users.Tokens.AccessMinutes, users.Tokens.IdMinutes, users.Tokens.RefreshDays), Is.EqualTo((30, 30, 7)));
            Assert.That((users.Passkeys.Enabled, users.Passkeys.UserVerification), Is.EqualTo((true, UserVerification.Required)));
        }
    }

    [TestCase("dev")]
    [TestCase("staging")]
    [TestCase("prod")]
    public void No_environment_can_do_without_a_host(string environment) =>
        Assert.That(Problems(File(environment, new { cdn = new { } })), Is.EqualTo(new[] { NoHost }));

    [Test]
    public void All_problems_are_reported_at_once()
    {
        var file = File(
            "prod",
            new
            {
                cdn = new { hostedZoneId = "Z1" },
                users = new
                {
                    mfa = "required",
                    threatProtection = "off",
                    deletionProtection = false,
                    pages = new { prefix = "my-cognito-pages" },
                },
                function = new { provisionedConcurrency = 2000, logLevel = "debug" },
                table = new { recoveryDays = 0 },
                content = new { moreCorsOrigins = new[] { "http://localhost:3000" } },
                tabel = new { },
            }
        );

        Assert.That(
            Problems(file).Select(problem => problem.Split(": got")[0].Split(": unknown")[0]),
            Is.EquivalentTo(
                new[]
                {
                    "settings.tabel",
                    "settings.cdn.domain",
                    "settings.cdn.hostedZoneId",
                    "settings.users.deletionProtection",
                    "settings.users.mfa",
                    "settings.users.logs.signIns",
                    "settings.users.pages.prefix",
                    "settings.function.provisionedConcurrency",
                    "settings.function.logLevel",
                    "settings.table.recoveryDays",
                    "settings.content.moreCorsOrigins",
                }
            )
        );
    }

    [TestCase(
        """{"users":{"mfa":"required"}}""",
        "settings.users.mfa: got required, want optional with passkeys; Cognito lets nobody in with a passkey alone then: a passkey counts for both "
            + "factors only by MULTI_FACTOR_WITH_USER_VERIFICATION, which the provider cannot set yet"
    )]
    [TestCase(
        """{"users":{"threatProtection":"off"}}""",
        "settings.users.logs.signIns: got true, want false while threat protection is off; Cognito writes sign-ins down only with threat "
            + "protection; audit is enough"
    )]
    [TestCase(
        """{"users":{"pages":{"prefix":"my-aws-tasks"}}}""",
        "settings.users.pages.prefix: got my-aws-tasks, want a word without aws in it; AWS keeps aws, amazon and cognito for itself"
    )]
    [TestCase(
        """{"users":{"pages":{"host":"auth.taskflow.example.com"}}}""",
        "settings.users.pages.certificateArn: got nothing, want a certificate of us-east-1 for auth.taskflow.example.com; CloudFront serves the "
            + "pages over TLS"
    )]
    [TestCase(
        """{"function":{"artifact":{"path":"api.zip","bucket":"code","key":"api.zip","version":"1"}}}""",
        "settings.function.artifact.path: got a path and a bucket, want a path in the project, or bucket and key; say where the code is"
    )]
    public void A_refusal_says_what_to_write_instead(string settings, string problem) =>
        Assert.That(Problems(File("prod", JsonNode.Parse(settings)!)), Is.EqualTo(new[] { problem }));

    [Test]
    public void Code_is_where_the_build_puts_it_unless_the_file_names_a_place()
    {
        var built = Load("prod", new { }).ApiFunction.Artifact;
        var stored = Load(
            "prod",
            new
            {
                function = new
                {
                    artifact = new
                    {
                        bucket = "code",
                        key = "api.zip",
                        version = "1",
                    },
                },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That((built.Path, built.BuildCommand), Is.EqualTo(("artifacts/taskflow-api.zip", "npm run build:lambda")));
            Assert.That(
                (stored.ApiFunction.Artifact.Path, stored.ApiFunction.Artifact.Bucket),
                Is.EqualTo(((string?)null, "code"))
            );
            Assert.That(
                Problems(File("prod", new { function = new { artifact = new { key = "api.zip" } } })),
                Is.EqualTo(
                    new[]
                    {
                        "settings.function.artifact.path: got nothing, want a path in the project, or bucket and key; say where the code is",
                    }
                )
            );
        }
    }

    [Test]
    public void Mail_is_from_the_host_people_use_unless_the_file_says_otherwise()
    {
        var own = Load("prod", new { }).DomainMail;
        var byHand = Load("prod", new { mail = new { recordsAreSet = true } }).DomainMail;
        var other = Load("prod", new { mail = new { domain = "mail.example.com" } }).DomainMail;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((own.Domain, own.HostedZoneId), Is.EqualTo(("taskflow.example.com", "Z1")));
            Assert.That((own.SenderName, own.Mailbox), Is.EqualTo(("TaskFlow", "noreply")));
            Assert.That((byHand.Domain, byHand.HostedZoneId), Is.EqualTo(("taskflow.example.com", (string?)null)));
            Assert.That((other.Domain, other.HostedZoneId), Is.EqualTo(("mail.example.com", (string?)null)));
        }
    }

    private static TaskflowSettings Load(string environment, object settings) =>
        (TaskflowSettings)StackLoader.Load(File(environment, settings), out _)!.Settings;

    private static StackConfig File(string environment, object settings)
    {
        var map = (JsonObject)JsonNode.Parse(JsonSerializer.Serialize(settings))!;
        if (!map.ContainsKey("cdn"))
            map["cdn"] = new JsonObject { ["domain"] = "taskflow.example.com", ["hostedZoneId"] = "Z1" };
        return Of(
            $"taskflow-{environment}",
            null,
            ("idp-infra:system", "taskflow"),
            ("idp-infra:environment", environment),
            ("idp-infra:settings", map.ToJsonString())
        );
    }
}
