using System.Text.Json;
using Infra.Settings;
using Infra.Settings.Bootstrap;
using static Infra.Tests.Settings.StackFile;

namespace Infra.Tests.Settings.Bootstrap;

public sealed class BootstrapSettingsTests
{
    [TestCase("dev", true)]
    [TestCase("staging", false)]
    [TestCase("prod", false)]
    public void Defaults_are_those_of_the_environment(string environment, bool emptyBuckets)
    {
        var settings = Load(environment, new { });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.State, Is.EqualTo(new StateSettings()));
            Assert.That(settings.State.NoncurrentDays, Is.EqualTo(90));
            Assert.That(settings.GitHub.Repository, Is.Null);
            Assert.That(settings.GitHub.Environments, Is.EqualTo(new[] { environment }));
            Assert.That(settings.GitHub.EmptyBuckets, Is.EqualTo(emptyBuckets));
            Assert.That((settings.GitHub.Branch, settings.GitHub.MakeProvider), Is.EqualTo(("main", true)));
            Assert.That(settings.Tags.Owner, Is.EqualTo("platform-team"));
        }
    }

    [Test]
    public void A_repository_is_read_from_its_address() =>
        Assert.That(
            Load("prod", new { gitHub = new { repository = "https://github.com/acme/idp-infra" } }).GitHub.OwnerAndName,
            Is.EqualTo("acme/idp-infra")
        );

    [Test]
    public void All_that_is_wrong_is_said_at_once()
    {
        var problems = Problems(
            File(
                "prod",
                new
                {
                    state = new { noncurrentDays = 7 },
                    gitHub = new
                    {
                        repository = "acme/idp-infra",
                        environments = new[] { "a b" },
                        permissionsBoundary = "workflows",
                        moreRegions = new[] { "tokyo" },
                    },
                }
            )
        );

        Assert.That(
            problems.Select(problem => problem.Split(", want")[0]),
            Is.EquivalentTo(
                new[]
                {
                    "settings.state.noncurrentDays: got 7",
                    "settings.gitHub.repository: got acme/idp-infra",
                    "settings.gitHub.environments[0]: got a b",
                    "settings.gitHub.permissionsBoundary: got workflows",
                    "settings.gitHub.moreRegions[0]: got tokyo",
                }
            )
        );
    }

    [Test]
    public void What_settings_cannot_be_together_is_refused()
    {
        var gitHub = new
        {
            repository = "https://github.com/acme/idp-infra",
            environments = Array.Empty<string>(),
            permissionsBoundary = "arn:aws:iam::999999999999:policy/workflows",
        };

        Assert.That(
            Problems(File("prod", new { gitHub })).Select(problem => problem.Split(';')[0]),
            Is.EqualTo(
                new[]
                {
                    "settings.gitHub.environments: got an empty list, want one or more",
                    "settings.gitHub.permissionsBoundary: got arn:aws:iam::999999999999:policy/workflows, want a policy of account 111111111111",
                }
            )
        );
    }

    private static BootstrapSettings Load(string environment, object settings)
    {
        var stack = StackLoader.Load(File(environment, settings), out var problems);
        Assert.That(problems, Is.Empty);
        return (BootstrapSettings)stack!.Settings;
    }

    private static StackConfig File(string environment, object settings) =>
        Of(
            $"bootstrap-{environment}",
            null,
            ("idp-infra:system", "bootstrap"),
            ("idp-infra:environment", environment),
            ("idp-infra:settings", JsonSerializer.Serialize(settings))
        );
}
