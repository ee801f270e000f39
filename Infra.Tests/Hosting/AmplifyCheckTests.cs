using System.Collections.Immutable;
using Infra.Hosting;
using Pulumi;

namespace Infra.Tests.Hosting;

public sealed class AmplifyCheckTests
{
    [Test]
    public void A_sound_site_is_accepted() => Assert.That(AmplifyCase.Args().Validate(), Is.Empty);

    [TestCase(18, "Node.js 18 ended on 30 April 2025")]
    [TestCase(20, "Node.js 20 ended on 30 April 2026")]
    [TestCase(23, "Node.js 23 has no long-term support")]
    [TestCase(26, "nothing is known of Node.js 26 here")]
    public void Versions_of_Node_that_ended_are_refused_with_the_day(int version, string why) =>
        Assert.That(
            Texts(AmplifyCase.Args() with { NodeVersion = version }),
            Is.EqualTo(new[] { $"nodeVersion: got {version}, want 22 or 24; {why}" })
        );

    [Test]
    public void Previews_are_refused_where_they_would_read_secrets() =>
        Assert.That(
            Texts(AmplifyCase.Args() with { BuildSecrets = AmplifyCase.Variables("NPM_TOKEN", "x") }),
            Is.EqualTo(
                new[]
                {
                    "branches.develop.previews: got true, want false while there are buildSecrets; whoever opens a pull request could read NPM_TOKEN",
                }
            )
        );

    [TestCase(true, true, 1)]
    [TestCase(true, false, 0)]
    [TestCase(false, true, 0)]
    public void Previews_of_a_public_repository_are_refused_with_a_role(bool isPublic, bool hasRole, int problems)
    {
        var found = Texts(
            AmplifyCase.Args() with
            {
                IsPublicRepository = isPublic,
                ServiceRoleArn = hasRole ? "arn:role" : (Input<string>?)null,
            }
        );

        Assert.That(found, Has.Length.EqualTo(problems));
        Assert.That(
            found,
            Is.All.EqualTo(
                "branches.develop.previews: got true, want false for a public repository with a service role; Amplify refuses them, for a stranger's commit would run with the role; leave the role out"
            )
        );
    }

    [TestCase("https://github.com/acme/web.git")]
    [TestCase("git@github.com:acme/web")]
    [TestCase("https://github.com/acme/web/")]
    public void The_repository_is_named_as_Amplify_stores_it(string repository) =>
        Assert.That(
            Texts(AmplifyCase.Args() with { Repository = repository }),
            Is.EqualTo(
                new[]
                {
                    $"repository: got {repository}, want https://github.com/<owner>/<name>; without .git and a slash at the end, as Amplify stores it",
                }
            )
        );

    [Test]
    public async Task Everything_else_that_Amplify_refuses_is_refused_at_once()
    {
        var bad = AmplifyCase
            .Args()
            .With("main", b => b with { Subdomain = "www.a" })
            .With("develop", b => b with { Stage = AmplifyStage.Production, Previews = false, Subdomain = "www.a" }) with
        {
            BuildCommand = "npm run build\nrm -rf /",
            OutputDirectory = "/build",
            Domain = "Example",
            Environment = AmplifyCase.Variables("AWS_REGION", "x"),
            BuildSecrets = AmplifyCase.Variables("VITE_KEY", "x").Add("AWS_REGION", "x"),
            Headers = new() { HstsDays = 0 },
        };

        var error = await Assert.ThrowsAsync<RunException>(() => AmplifyCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("AmplifySite 'web': 11 problems in its args")
                .And.Contain("branches: got develop and main, want one of stage production; people use one")
                .And.Contain("want one line; it becomes one command of the build")
                .And.Contain("outputDirectory: got /build, want a folder such as build;")
                .And.Contain("domain: got Example, want a domain such as example.com;")
                .And.Contain("branches.main.subdomain: got www.a, want a part of a host name such as www;")
                .And.Contain("branches: got subdomain www.a 2 times, want each once;")
                .And.Contain(
                    "environment.AWS_REGION: got AWS_REGION, want letters, digits and _ that begin with a letter and neither"
                )
                .And.Contain(
                    "buildSecrets.VITE_KEY: got VITE_KEY, want a name without REACT_APP_, VITE_, NEXT_PUBLIC_ or PUBLIC_;"
                )
                .And.Contain("buildSecrets.AWS_REGION: got AWS_REGION, want a name that is not in environment;")
                .And.Contain("headers.hstsDays: got 0, want 1 to 3650;")
        );
    }

    [Test]
    public void A_domain_and_subdomains_need_each_other()
    {
        var none = AmplifyCase
            .Args()
            .With("main", b => b with { Subdomain = null })
            .With("develop", b => b with { Subdomain = null });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Texts(AmplifyCase.Args() with { Domain = null }),
                Is.EqualTo(new[] { "domain: got nothing, want the domain of the subdomains; or leave them out" })
            );
            Assert.That(
                Texts(none),
                Is.EqualTo(new[] { "domain: got example.com, want a branch with a subdomain; nothing would be shown there" })
            );
            Assert.That(
                Texts(
                    AmplifyCase.Args() with
                    {
                        Domain = null,
                        Branches = ImmutableSortedDictionary<string, AmplifyBranch>.Empty,
                    }
                ),
                Is.EqualTo(new[] { "branches: got an empty list, want one or more; nothing would be built" })
            );
        }
    }

    private static string[] Texts(AmplifySiteArgs args) => [.. args.Validate().Select(problem => problem.ToString())];
}
