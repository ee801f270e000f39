using System.Collections.Immutable;
using Infra.Hosting;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Hosting;

public sealed class AmplifySiteTests
{
    private const string App = "aws:amplify/app:App";
    private const string Branch = "aws:amplify/branch:Branch";
    private const string Domain = "aws:amplify/domainAssociation:DomainAssociation";

    [Test]
    public async Task The_app_builds_files_from_the_repository_and_has_no_role()
    {
        var app = (await AmplifyCase.RunAsync(AmplifyCase.Args())).One(App);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(app.Name, Is.EqualTo("web-app"));
            Assert.That(app.Inputs["name"], Is.EqualTo("idp-server-web"));
            Assert.That(app.Inputs["repository"], Is.EqualTo("https://github.com/acme/web"));
            Assert.That(app.Inputs["platform"], Is.EqualTo("WEB"));
            Assert.That(app.Inputs.Keys, Has.None.EqualTo("iamServiceRoleArn"));
            Assert.That(app.Inputs["enableBranchAutoBuild"], Is.True);
            Assert.That(app.Inputs["enableBranchAutoDeletion"], Is.False);
            Assert.That(
                Inputs.Pairs(app.Inputs["environmentVariables"]),
                Is.EqualTo("REACT_APP_API=https://api.example.com _CUSTOM_IMAGE=amplify:al2023")
            );
            Assert.That(app.NameTag(), Is.EqualTo("idp-server-web"));
        }
    }

    [Test]
    public async Task Paths_of_the_application_get_its_first_page_and_missing_files_do_not()
    {
        var rule = (await AmplifyCase.RunAsync(AmplifyCase.Args())).One(App).Json("customRules");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule, Does.Contain("\"status\":\"404-200\"").And.Contain("\"target\":\"/index.html\""));
            // As Amplify reads the pattern between < and >: a match is the application's.
            var pattern = System.Text.Json.JsonDocument.Parse(rule).RootElement[0].GetProperty("source").GetString()!;
            var regex = new System.Text.RegularExpressions.Regex(pattern.Trim('<', '>').Trim('/'));
            Assert.That(regex.IsMatch("budgets/2024"), Is.True);
            Assert.That(regex.IsMatch("static/main.8f3.js"), Is.False);
            Assert.That(regex.IsMatch("users/a.b"), Is.True);
        }
    }

    [Test]
    public async Task Main_is_production_and_develop_is_not_and_has_previews()
    {
        var run = await AmplifyCase.RunAsync(AmplifyCase.Args());

        var main = run.One(Branch, "web-branch-main");
        var develop = run.One(Branch, "web-branch-develop");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((main.Inputs["branchName"], main.Inputs["stage"]), Is.EqualTo(("main", "PRODUCTION")));
            Assert.That((develop.Inputs["branchName"], develop.Inputs["stage"]), Is.EqualTo(("develop", "DEVELOPMENT")));
            Assert.That(main.Inputs["enablePullRequestPreview"], Is.False);
            Assert.That(develop.Inputs["enablePullRequestPreview"], Is.True);
            Assert.That(main.Inputs["appId"], Is.EqualTo("id:web-app"));
            Assert.That(main.Inputs.Keys, Has.None.EqualTo("environmentVariables"));
            Assert.That(
                Inputs.Pairs(develop.Inputs["environmentVariables"]),
                Is.EqualTo("REACT_APP_API=https://dev.example.com")
            );
        }
    }

    [Test]
    public async Task The_domain_has_a_subdomain_for_each_branch_and_a_certificate_of_Amplify()
    {
        var run = await AmplifyCase.RunAsync(AmplifyCase.Args() with { WaitForDomain = true });

        var domain = run.One(Domain, "web-domain");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(domain.Inputs["domainName"], Is.EqualTo("example.com"));
            Assert.That(
                domain.Maps("subDomains"),
                Is.EqualTo(new[] { "branchName=develop prefix=develop", "branchName=main prefix=www" })
            );
            Assert.That(Inputs.Pairs(domain.Inputs["certificateSettings"]), Is.EqualTo("type=AMPLIFY_MANAGED"));
            Assert.That(domain.Inputs["enableAutoSubDomain"], Is.False);
            Assert.That(domain.Inputs["waitForVerification"], Is.True);
        }
    }

    [Test]
    public async Task Nobody_waits_for_a_domain_whose_records_are_not_set()
    {
        AmplifySite? site = null;
        var run = await Sandbox.RunAsync(() => site = new("web", AmplifyCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Domain).Inputs["waitForVerification"], Is.False);
            Assert.That(
                await OutputUtilities.GetValueAsync(site!.Records),
                Does.Contain("_acm.example.com. CNAME _value.acm-validations.aws.")
            );
            Assert.That(
                await OutputUtilities.GetValueAsync(site.Urls["main"]),
                Is.EqualTo("https://main.web-app.amplifyapp.com")
            );
        }
    }

    [Test]
    public async Task Without_a_domain_none_is_made()
    {
        var args = AmplifyCase.Args() with { Domain = null };
        var run = await AmplifyCase.RunAsync(
            args.With("main", b => b with { Subdomain = null }).With("develop", b => b with { Subdomain = null })
        );

        Assert.That(run.All(Domain), Is.Empty);
    }

    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Without_a_token_or_a_repository_the_site_is_left_out(bool hasToken, bool hasRepository)
    {
        AmplifySite? site = null;
        var args = AmplifyCase.Args() with
        {
            AccessToken = hasToken ? "ghp_token" : (Input<string>?)null,
            Repository = hasRepository ? "https://github.com/acme/web" : null,
        };

        var run = await Sandbox.RunAsync(() => site = new("web", args));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Registered.Select(resource => resource.Type), Is.EqualTo(new[] { "idp:hosting:AmplifySite" }));
            Assert.That(site!.AppId, Is.Null);
            Assert.That(site.Urls, Is.Empty);
            Assert.That(args.Missing, Is.EqualTo(hasRepository ? "GitHub token" : "repository"));
        }
    }

    [Test]
    public async Task Secrets_of_builds_are_variables_too()
    {
        var args = AmplifyCase.Args().With("develop", b => b with { Previews = false }) with
        {
            BuildSecrets = AmplifyCase.Variables("NPM_TOKEN", "secret"),
        };

        var isSecret = false;
        ResourceTransformationResult? Look(ResourceTransformationArgs made)
        {
            if (made.Args is Pulumi.Aws.Amplify.AppArgs app)
                isSecret = Output.IsSecretAsync(app.EnvironmentVariables.ToOutput()).GetAwaiter().GetResult();
            return null;
        }

        var run = await Sandbox.RunAsync(() => _ = new AmplifySite("web", args, new() { ResourceTransformations = { Look } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs.Pairs(run.One(App).Inputs["environmentVariables"]), Does.Contain("NPM_TOKEN=secret"));
            Assert.That(isSecret, Is.True);
        }
    }

    [TestCase("main", "main")]
    [TestCase("feature/New_Page", "feature-new-page")]
    public void A_branch_is_a_part_of_a_host(string branch, string host) =>
        Assert.That(AmplifyNotes.HostLabel(branch), Is.EqualTo(host));

    [Test]
    public void Records_have_full_names_in_a_fixed_order() =>
        Assert.That(
            AmplifyNotes.Records(
                "_x.acme.com. CNAME _y.",
                [" www CNAME d1.cloudfront.net", "develop CNAME d1.cloudfront.net", null],
                "acme.com"
            ),
            Is.EqualTo(
                new[]
                {
                    "_x.acme.com. CNAME _y.",
                    "develop.acme.com CNAME d1.cloudfront.net",
                    "www.acme.com CNAME d1.cloudfront.net",
                }
            )
        );

    [Test]
    public void People_are_told_of_strangers_builds_and_of_records_to_set()
    {
        var warnings = AmplifyNotes.Warnings(AmplifyCase.Args() with { IsPublicRepository = true }).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(warnings, Has.Some.Contains("https://github.com/acme/web is public: anybody who opens a pull request"));
            Assert.That(
                warnings,
                Has.Some.Contains("example.com shows the site only when the records in the output are in its zone")
            );
            Assert.That(AmplifyNotes.Warnings(AmplifyCase.Args() with { WaitForDomain = true }), Is.Empty);
        }
    }

    [Test]
    public async Task The_token_is_a_secret_and_the_app_is_not_deleted_by_accident()
    {
        var (secrets, isProtected, isSecret) = (Array.Empty<string>(), false, false);
        ResourceTransformationResult? Look(ResourceTransformationArgs made)
        {
            if (made.Args is Pulumi.Aws.Amplify.AppArgs app)
            {
                secrets = [.. ((CustomResourceOptions)made.Options).AdditionalSecretOutputs];
                isProtected = made.Options.Protect == true;
                isSecret = Output.IsSecretAsync(app.AccessToken!.ToOutput()).GetAwaiter().GetResult();
            }
            return null;
        }

        await Sandbox.RunAsync(() =>
            _ = new AmplifySite("web", AmplifyCase.Args(), new() { ResourceTransformations = { Look } })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(isSecret, Is.True);
            Assert.That(secrets, Does.Contain("accessToken"));
            Assert.That(isProtected, Is.True);
        }
    }
}
