using Infra.Hosting;
using Infra.Settings.Hosting;

namespace Infra.Tests.Settings.Hosting;

public sealed class AmplifySettingsTests
{
    [Test]
    public void Production_builds_main_and_develop_of_its_repository()
    {
        var args = new AmplifySettings { Repository = "https://github.com/acme/web", Domain = "example.com" }.ToArgs(
            TestStacks.Prod,
            "token",
            protect: true
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Validate(), Is.Empty);
            Assert.That(args.Missing, Is.Null);
            Assert.That(
                args.Branches.Select(branch =>
                    $"{branch.Key} {branch.Value.Stage} {branch.Value.Subdomain} {branch.Value.Previews}"
                ),
                Is.EqualTo(new[] { "develop Development develop True", "main Production www False" })
            );
            Assert.That(
                (args.NodeVersion, args.BuildCommand, args.OutputDirectory, args.Protect, args.WaitForDomain),
                Is.EqualTo((22, "npm run build", "build", true, false))
            );
        }
    }

    [Test]
    public void Everything_written_reaches_the_site()
    {
        var args = new AmplifySettings
        {
            PublicRepository = true,
            NodeVersion = 24,
            BuildCommand = "npm run bundle",
            OutputDirectory = "dist",
            Production = new() { Branch = "trunk" },
            Development = new(),
            WaitForDomain = true,
            Environment = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("VITE_API", "x"),
            Headers = new() { HstsDays = 7 },
        }.ToArgs(TestStacks.Prod, null, protect: false);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(args.Missing, Is.EqualTo("repository"));
            Assert.That(args.IsPublicRepository, Is.True);
            Assert.That(args.Branches.Keys, Is.EqualTo(new[] { "trunk" }));
            Assert.That(
                (
                    args.NodeVersion,
                    args.BuildCommand,
                    args.OutputDirectory,
                    args.WaitForDomain,
                    args.Protect,
                    args.Headers.HstsDays
                ),
                Is.EqualTo((24, "npm run bundle", "dist", true, false, 7))
            );
            Assert.That(args.Environment.Keys, Is.EqualTo(new[] { "VITE_API" }));
        }
    }

    [Test]
    public void Subdomains_count_only_with_a_domain() => Assert.That(new AmplifySettings().Validate(TestStacks.Prod), Is.Empty);

    [Test]
    public void What_the_site_refuses_is_refused_in_the_file()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                new AmplifySettings { NodeVersion = 18 }
                    .Validate(TestStacks.Prod)
                    .Select(problem => problem.ToString()),
                Is.EqualTo(new[] { "nodeVersion: got 18, want 22 or 24; Node.js 18 ended on 30 April 2025" })
            );
            Assert.That(new AmplifySettings { NodeVersion = 18, Enabled = false }.Validate(TestStacks.Prod), Is.Empty);
            Assert.That(
                new AmplifySettings { Development = new() { Branch = "main" } }
                    .Validate(TestStacks.Prod)
                    .Select(problem => problem.ToString()),
                Is.EqualTo(new[] { "development.branch: got main, want another than production.branch; or remove it" })
            );
        }
    }

    [Test]
    public void Only_the_branches_of_production_are_production() =>
        Assert.That(
            new AmplifySettings().ToArgs(TestStacks.Prod, null, protect: true).Branches["develop"].Stage,
            Is.EqualTo(AmplifyStage.Development)
        );
}
