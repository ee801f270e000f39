using Infra.Settings;
using Infra.Systems;
using Infra.Tests.Settings;
using Pulumi;

namespace Infra.Tests.Systems;

public sealed class PlaceholderGuardTests
{
    private static readonly object Placeholders = new
    {
        edge = new { domain = "idp.example.com", hostedZoneId = "Z00000000000000000000" },
        service = new { enabled = true, image = $"sha256:{new string('0', 64)}" },
    };

    private static readonly object Real = new
    {
        edge = new { domain = "idp.acme.test", hostedZoneId = "Z0123456789" },
        service = new { enabled = true, image = "1.4.2" },
    };

    [Test]
    public void A_deployment_refuses_all_placeholders_at_once()
    {
        var error = Assert.Throws<RunException>(() => PlaceholderGuard.Check(Load(Placeholders), isPreview: false));

        Assert.That(
            error!.Message.Split('\n').Select(line => line.Trim().Split(", want")[0]),
            Is.EqualTo(
                new[]
                {
                    "Pulumi.prod.yaml: 4 problems",
                    "aws:allowedAccountIds: got 111111111111",
                    "settings.edge.domain: got idp.example.com",
                    "settings.edge.hostedZoneId: got Z00000000000000000000",
                    $"settings.service.image: got sha256:{new string('0', 64)}",
                }
            )
        );
    }

    [TestCase("111111111111")]
    [TestCase("222222222222")]
    [TestCase("333333333333")]
    public void Every_account_of_the_committed_stack_files_is_a_placeholder(string account)
    {
        var stack = Load(Real, ("aws:allowedAccountIds", $"[\"{account}\"]"));
        var error = Assert.Throws<RunException>(() => PlaceholderGuard.Check(stack, isPreview: false));
        Assert.That(error!.Message, Does.Contain($"aws:allowedAccountIds: got {account}, want the account of this stack"));
    }

    [Test]
    public void A_hash_of_code_that_nobody_built_is_one_too()
    {
        const string Settings = """
            {"cdn":{"domain":"tasks.acme.test","hostedZoneId":"Z1"},
             "function":{"artifact":{"codeHash":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}}}
            """;
        var stack = StackLoader.Load(
            StackFile.Of(
                "taskflow-prod",
                null,
                ("idp-infra:system", "taskflow"),
                ("aws:allowedAccountIds", "[\"123456789012\"]"),
                ("idp-infra:settings", Settings)
            ),
            out _
        )!;

        var error = Assert.Throws<RunException>(() => PlaceholderGuard.Check(stack, isPreview: false));
        Assert.That(error!.Message, Does.Contain("1 problem").And.Contain("settings.function.artifact.codeHash: got AAAA"));
    }

    [Test]
    public void All_that_finsight_has_of_nobody_is_refused_too()
    {
        var file = Engine.Projects.StackConfiguration.Load(
            Stacks.StackPlans.Project,
            Engine.Projects.StackFile.Load(Stacks.StackPlans.Project, "finsight-prod")
        );
        var values = file.Entries.ToDictionary(entry => entry.Key, entry => (string?)entry.Value.Text);
        var stack = StackLoader.Load(new("idp-infra", "finsight-prod", values.GetValueOrDefault, values.Keys, []), out _)!;

        var error = Assert.Throws<RunException>(() => PlaceholderGuard.Check(stack, isPreview: false));
        var refused = error!.Message.Split('\n').Select(line => line.Trim().Split(": got")[0]).ToList();
        Assert.That(
            refused,
            Is.SupersetOf(
                new[]
                {
                    "aws:allowedAccountIds",
                    "settings.cdn.domain",
                    "settings.cdn.hostedZoneId",
                    "settings.authorizer.issuer",
                    "settings.authorizer.audience",
                    "settings.authorizer.function.artifact.codeHash",
                    "settings.mail.domain",
                    "settings.site.repository",
                    "settings.site.domain",
                }
            )
        );
        foreach (var key in FinsightDomains.Settings(reserve: true).Keys)
            Assert.That(refused, Does.Contain($"settings.functions.{key}.artifact.codeHash"));
    }

    [Test]
    public void A_preview_takes_them() => Assert.DoesNotThrow(() => PlaceholderGuard.Check(Load(Placeholders), isPreview: true));

    [Test]
    public void Real_values_are_deployed() =>
        Assert.DoesNotThrow(() =>
            PlaceholderGuard.Check(Load(Real, ("aws:allowedAccountIds", "[\"123456789012\"]")), isPreview: false)
        );

    private static LoadedStack Load(object settings, params (string, string?)[] changes) =>
        StackLoader.Load(StackFile.Prod(settings, changes), out _)!;
}
