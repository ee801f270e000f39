using Infra.Security.GitHub;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Security.GitHub;

public sealed class GitHubOidcTests
{
    private const string Provider = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
    private const string Role = "aws:iam/role:Role";

    [Test]
    public async Task GitHub_vouches_for_tokens_that_are_meant_for_AWS()
    {
        var provider = (await RunAsync(Args())).One(Provider);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.Inputs["url"], Is.EqualTo("https://token.actions.githubusercontent.com"));
            Assert.That(provider.Texts("clientIdLists"), Is.EqualTo(new[] { "sts.amazonaws.com" }));
            Assert.That(provider.Inputs, Does.Not.ContainKey("thumbprintLists"));
        }
    }

    [TestCase("deploy-prod", "repo:acme/idp-infra:environment:prod")]
    [TestCase("deploy-dr", "repo:acme/idp-infra:environment:dr")]
    [TestCase("preview", "repo:acme/idp-infra:pull_request", "repo:acme/idp-infra:ref:refs/heads/main")]
    public async Task Each_role_is_for_jobs_of_this_repository_only(string role, params string[] subjects)
    {
        var made = (await RunAsync(Args())).One(Role, $"idp-github-{role}");

        var trust = PolicyReading.Statements(made.Inputs["assumeRolePolicy"])["WorkflowsOfOneRepository"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                trust.Texts("Principal", "Federated"),
                Is.EqualTo(new[] { "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com" })
            );
            Assert.That(trust.Texts("Action"), Is.EqualTo(new[] { "sts:AssumeRoleWithWebIdentity" }));
            Assert.That(
                trust.GetProperty("Condition").EnumerateObject().Select(c => c.Name),
                Is.EqualTo(new[] { "StringEquals" })
            );
            Assert.That(
                trust.Texts("Condition", "StringEquals", "token.actions.githubusercontent.com:aud"),
                Is.EqualTo(new[] { "sts.amazonaws.com" })
            );
            Assert.That(
                trust.Texts("Condition", "StringEquals", "token.actions.githubusercontent.com:sub"),
                Is.EqualTo(subjects)
            );
            Assert.That(made.Inputs["name"], Is.EqualTo($"idp-server-{role}"));
            Assert.That(made.Inputs["maxSessionDuration"], Is.EqualTo(3600));
            Assert.That(made.Inputs, Does.Not.ContainKey("permissionsBoundary"));
        }
    }

    [Test]
    public async Task Only_roles_that_deploy_wear_what_changes_services()
    {
        var run = await RunAsync(Args() with { Environments = ["prod"] });

        Assert.That(
            run.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
                .Select(a => $"{a.Inputs["role"]} {a.Inputs["policyArn"]}"),
            Is.EquivalentTo(
                new[]
                {
                    "idp-server-deploy-prod arn:idp-github-read",
                    "idp-server-deploy-prod arn:idp-github-change",
                    "idp-server-preview arn:idp-github-read",
                }
            )
        );
    }

    [Test]
    public async Task Whoever_takes_the_ARN_of_a_role_waits_for_its_rights()
    {
        GitHubOidc? made = null;
        await Sandbox.RunAsync(() => made = new GitHubOidc("idp", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made!.DeployRoleArns.Keys, Is.EqualTo(new[] { "dr", "prod" }));
            Assert.That(
                await OutputUtilities.GetValueAsync(made.DeployRoleArns["prod"]),
                Is.EqualTo("arn:idp-github-deploy-prod")
            );
            Assert.That(
                (await OutputUtilities.GetDependenciesAsync(made.PreviewRoleArn)).Select(resource => resource.GetResourceName()),
                Is.SupersetOf(new[] { "idp-github-preview-policy", "idp-github-preview-read" })
            );
        }
    }

    [Test]
    public async Task A_provider_that_the_account_has_already_is_used()
    {
        var run = await RunAsync(Args() with { MakesProvider = false });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Provider), Is.Empty);
            Assert.That(run.All(Role).Count(), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task A_boundary_is_that_of_every_role_and_nobody_here_may_change_it()
    {
        const string Boundary = "arn:aws:iam::111111111111:policy/workflows";
        var run = await RunAsync(Args() with { PermissionsBoundary = Boundary });

        var never = PolicyReading.Statements(Rights(run, "deploy-prod"))["NeverOwnRights"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All(Role).Select(role => role.Inputs["permissionsBoundary"]), Is.All.EqualTo(Boundary));
            Assert.That(never.Texts("Resource"), Does.Contain(Boundary));
        }
    }

    [Test]
    public async Task More_regions_are_added_to_those_that_there_always_are()
    {
        var run = await RunAsync(Args() with { MoreRegions = ["ap-northeast-3", "us-east-1"] });

        var change = PolicyReading.Statements(run.One("aws:iam/policy:Policy", "idp-github-change").Inputs["policy"])[
            "ChangeServices"
        ];
        Assert.That(
            change.Texts("Condition", "StringEquals", "aws:RequestedRegion"),
            Is.EqualTo(new[] { "ap-northeast-1", "ap-northeast-3", "us-east-1" })
        );
    }

    [Test]
    public async Task State_is_the_bucket_and_the_key_that_are_named()
    {
        var rights = PolicyReading.Statements(Rights(await RunAsync(Args()), "preview"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rights["ReadState"].Texts("Resource"), Is.EqualTo(new[] { "arn:aws:s3:::acme-state/.pulumi/*" }));
            Assert.That(rights["OpenState"].Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(rights["NeverOtherKeys"].Texts("NotResource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(rights["NeverOtherKeys"].TryGetProperty("Resource", out _), Is.False);
        }
    }

    [Test]
    public async Task What_would_let_others_in_is_refused()
    {
        var bad = Args() with
        {
            Repository = "acme/*",
            Environments = ["prod", "Prod", "a b"],
            Branch = "release/*",
            Prefixes = ["i"],
        };
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.StartWith("GitHubOidc 'idp-github': 5 problems in its args")
                .And.Contain("repository: got acme/*, want owner/name of one repository")
                .And.Contain("environments: got a b, want letters, digits, - and _")
                .And.Contain("environments: got prod twice, want each once")
                .And.Contain("branch: got release/*, want the name of one branch")
                .And.Contain("prefixes: got i, want one or more, 3 letters at least")
        );
    }

    [TestCase("acme")]
    [TestCase("acme/")]
    [TestCase("acme/a/b")]
    public void A_repository_has_an_owner_and_a_name(string repository) =>
        Assert.That((Args() with { Repository = repository }).Validate().Single().Path, Is.EqualTo("repository"));

    [Test]
    public void Somebody_deploys() =>
        Assert.That((Args() with { Environments = [] }).Validate().Single().Text, Does.StartWith("got 0, want 1 to 10"));

    private static object Rights(Sandbox run, string role) =>
        run.One("aws:iam/rolePolicy:RolePolicy", $"idp-github-{role}-policy").Inputs["policy"];

    private static GitHubOidcArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Repository = "acme/idp-infra",
            Environments = ["prod", "dr"],
            Prefixes = ["idp-server", "neuraKnot"],
            StateBucketName = "acme-state",
            StateKeyArn = "arn:key",
        };

    private static Task<Sandbox> RunAsync(GitHubOidcArgs args) => Sandbox.RunAsync(() => _ = new GitHubOidc("idp", args));
}
