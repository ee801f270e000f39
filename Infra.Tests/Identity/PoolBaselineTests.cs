using System.Collections.Immutable;
using Engine.Documents;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Infra.Identity;
using Pulumi;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

/// <summary>What a preview says when somebody changes what a pool keeps for ever.</summary>
public sealed class PoolBaselineTests
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    [OneTimeTearDown]
    public void Remove() => _directory.Delete(recursive: true);

    [Test]
    public async Task The_same_pool_changes_nothing()
    {
        var plan = await AgainstAsync(Args(), Args());

        Assert.That(plan.Steps.Where(step => step.Op != StepOp.Same), Is.Empty);
        Assert.That(Errors(plan), Is.Empty);
    }

    [Test]
    public async Task Another_way_to_sign_in_replaces_the_pool_and_loses_its_users()
    {
        var now = Args() with { SignInName = SignInName.UserNameOrEmail, Protect = false };

        var plan = await AgainstAsync(Args() with { Protect = false }, now);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PoolStep(plan).Op, Is.EqualTo(StepOp.Replace));
            Assert.That(PoolStep(plan).ReplaceReasons, Is.EquivalentTo(new[] { "aliasAttributes", "usernameAttributes" }));
            Assert.That(
                plan.Diagnostics.Select(said => said.Message),
                Has.Some.EndsWith("replacing it loses its users with their passwords and second factors")
            );
        }
    }

    [Test]
    public async Task A_protected_pool_refuses_to_be_replaced()
    {
        var plan = await AgainstAsync(Args(), Args() with { SignInName = SignInName.UserNameOrEmail });

        Assert.That(Errors(plan).Single(), Does.Contain("would be replaced, which its protection forbids"));
    }

    [Test]
    public async Task A_further_attribute_is_added_in_place()
    {
        var plan = await AgainstAsync(Args(), Args() with { Attributes = [new("locale"), .. Args().Attributes] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PoolStep(plan).Op, Is.EqualTo(StepOp.Update));
            Assert.That(Errors(plan), Is.Empty);
        }
    }

    [Test]
    public async Task An_attribute_is_never_taken_back_and_nothing_is_replaced_for_it()
    {
        var plan = await AgainstAsync(Args(), Args() with { Attributes = Args().Attributes.RemoveAt(3) });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PoolStep(plan).Op, Is.EqualTo(StepOp.Update));
            Assert.That(
                Errors(plan).Single(),
                Does.Contain(
                    "organizationId of schemas would be removed, which AWS never does: the deployment would fail; keep it in the program"
                )
            );
        }
    }

    [Test]
    public async Task An_attribute_is_never_changed()
    {
        var changed = Args().Attributes.SetItem(3, new("organizationId") { MaxLength = 100 });

        var plan = await AgainstAsync(Args(), Args() with { Attributes = changed });

        Assert.That(
            Errors(plan).Single(),
            Does.Contain("organizationId of schemas would be changed, which AWS never does")
                .And.Contain("take the change back, and add another one")
        );
    }

    [Test]
    public async Task Secrets_are_secret_and_the_pool_outlives_its_program()
    {
        var args = Args() with
        {
            ResourceServers = Keyed("api", Api),
            Clients = Args().Clients.Add("machine", new MachineClient { Scopes = ["api/read"] }),
            Providers = Keyed(
                "Google",
                new PoolProvider
                {
                    Kind = PoolProviderKind.Google,
                    ClientId = "google-id",
                    ClientSecret = "canary-secret", // a plain one becomes a secret too
                }
            ),
        };

        var plan = await PreviewAsync(args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                PreviewDocument.Text(plan, new() { ShowSames = true }),
                Does.Not.Contain("canary-secret").And.Contain("[secret]")
            );
            Assert.That(PoolStep(plan).State.Protect, Is.True);
            Assert.That(PoolStep(plan).State.RetainOnDelete, Is.True);
        }
    }

    private static string[] Errors(Plan plan) =>
        [.. plan.Diagnostics.Where(said => said.Severity == Severity.Error).Select(said => said.Message)];

    private static PlanStep PoolStep(Plan plan) => plan.Steps.Single(step => step.State.Type == Pool);

    private async Task<Plan> AgainstAsync(CognitoPoolArgs before, CognitoPoolArgs now)
    {
        var path = Path.Combine(_directory.FullName, $"{Guid.NewGuid()}.json");
        PlanFile.Save(path, await PreviewAsync(before));
        return await PreviewAsync(now, DeploymentDocument.Load(path, _ => null).ToBaseline());
    }

    private static async Task<Plan> PreviewAsync(CognitoPoolArgs args, Baseline? baseline = null)
    {
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = "idp-infra",
                Stack = "prod",
                RootDirectory = Repository.PathOf(""),
                Program = new InProcessProgram(() => Deployment.RunAsync(() => _ = new CognitoPool("id", args))),
                Baseline = baseline,
            }
        );
        Assert.That(result.Failed, Is.False.Or.EqualTo(baseline is not null));
        return result.Plan;
    }
}
