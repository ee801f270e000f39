using System.Text.Json.Nodes;
using Infra.Settings;
using Infra.Settings.Bootstrap;
using Infra.Systems;
using Infra.Tests.Plans;

namespace Infra.Tests.Systems;

public sealed class BootstrapTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Key = "aws:kms/key:Key";

    [Test]
    public async Task Settings_reach_the_components()
    {
        var run = await RunAsync(
            BootstrapDefaults.For(StackEnvironment.Prod) with
            {
                State = new()
                {
                    NoncurrentDays = 60,
                    KeyDeletionDays = 9,
                    KeyRotationDays = 200,
                },
                GitHub = new()
                {
                    Repository = "https://github.com/acme/infra",
                    Environments = ["blue"],
                    Branch = "trunk",
                    MakeProvider = false,
                    MoreRegions = ["eu-west-1"],
                    EmptyBuckets = true,
                    PermissionsBoundary = "arn:aws:iam::111111111111:policy/workflows",
                },
            }
        );

        var key = run.One(Key);
        var preview = run.One("aws:iam/role:Role", "bootstrap-github-preview");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((key.Inputs["deletionWindowInDays"], key.Inputs["rotationPeriodInDays"]), Is.EqualTo((9, 200)));
            Assert.That(
                run.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").Json("rules"),
                Does.Contain("\"noncurrentDays\":60")
            );
            Assert.That(run.All("aws:iam/openIdConnectProvider:OpenIdConnectProvider"), Is.Empty);
            Assert.That(
                run.One("aws:iam/role:Role", "bootstrap-github-deploy-blue").Inputs["name"],
                Is.EqualTo("idp-infra-prod-deploy-blue")
            );
            Assert.That((string)preview.Inputs["assumeRolePolicy"], Does.Contain("repo:acme/infra:ref:refs/heads/trunk"));
            Assert.That(preview.Inputs["permissionsBoundary"], Is.EqualTo("arn:aws:iam::111111111111:policy/workflows"));
            Assert.That(
                (string)run.One("aws:iam/policy:Policy", "bootstrap-github-change").Inputs["policy"],
                Does.Contain("eu-west-1")
            );
            Assert.That(
                (string)run.One("aws:iam/rolePolicy:RolePolicy", "bootstrap-github-deploy-blue-policy").Inputs["policy"],
                Does.Contain("EmptyBuckets").And.Contain("arn:aws:s3:::idp-infra-prod-state-111111111111")
            );
        }
    }

    [Test]
    public async Task Without_a_repository_no_workflow_gets_in()
    {
        var run = await RunAsync(BootstrapDefaults.For(StackEnvironment.Dev));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Registered.Select(resource => resource.Type), Has.None.StartsWith("aws:iam/"));
            Assert.That(run.All(Bucket).Count(), Is.EqualTo(1));
        }
    }

    [TestCase("bootstrap-dev")]
    [TestCase("bootstrap-staging")]
    [TestCase("bootstrap-prod")]
    public async Task Bucket_and_key_refuse_to_go_and_stay_when_they_are_forgotten(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        foreach (var kept in new[] { plan.One(Bucket), plan.One(Key) })
            Assert.That((kept.State.Protect, kept.State.RetainOnDelete), Is.EqualTo((true, true)), kept.Name);
    }

    [Test]
    public async Task A_stack_says_what_to_put_where_before_it_is_deployed()
    {
        var outputs = (await PlannedStack.OfAsync("bootstrap-prod")).Outputs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (string?)outputs["backendUrl"],
                Is.EqualTo("s3://idp-infra-prod-state-333333333333?region=ap-northeast-1")
            );
            Assert.That(
                (string?)outputs["secretsProvider"],
                Is.EqualTo("awskms://alias/idp-infra-prod-key?region=ap-northeast-1")
            );
            Assert.That((string?)outputs["previewRoleArn"], Is.EqualTo("<bootstrap-github-preview.arn>"));
            Assert.That(((JsonObject)outputs["deployRoleArns"]!).Select(role => role.Key), Is.EqualTo(new[] { "prod" }));
        }
    }

    private static Task<Sandbox> RunAsync(BootstrapSettings settings)
    {
        var context = TestStacks.Prod with
        {
            System = "bootstrap",
            Stack = "bootstrap-prod",
            Brand = "idp-infra",
            MarksProduction = true,
        };
        return Sandbox.RunAsync(() => _ = new Bootstrap("bootstrap", context, settings));
    }
}
