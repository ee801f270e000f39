using Infra.Security;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Security;

public sealed class ServiceRoleTests
{
    [Test]
    public async Task One_service_takes_it_for_things_of_this_account()
    {
        var (run, _) = await RunAsync();

        var role = run.One("aws:iam/role:Role");
        var trust = PolicyReading.Statements(role.Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Name, Is.EqualTo("idp-cleaner-role"));
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-cleaner"));
            Assert.That(role.Inputs["description"], Is.EqualTo("Cleans"));
            Assert.That(role.NameTag(), Is.EqualTo("idp-server-cleaner"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "cleaner.amazonaws.com" }));
            Assert.That(trust.Texts("Condition", "StringEquals", "aws:SourceAccount"), Is.EqualTo(new[] { "111111111111" }));
            Assert.That(trust.Texts("Condition", "ArnLike", "aws:SourceArn"), Is.EqualTo(new[] { "arn:source" }));
        }
    }

    [Test]
    public async Task Whoever_takes_its_ARN_waits_for_its_policy()
    {
        var (run, arn) = await RunAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"], Is.EqualTo("{}"));
            Assert.That(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["role"], Is.EqualTo("id:idp-cleaner-role"));
            Assert.That(await OutputUtilities.GetValueAsync(arn), Is.EqualTo("arn:idp-cleaner-role"));
            Assert.That(
                (await OutputUtilities.GetDependenciesAsync(arn)).Select(resource => resource.GetResourceName()),
                Does.Contain("idp-cleaner-role-policy")
            );
        }
    }

    private static async Task<(Sandbox Run, Output<string> Arn)> RunAsync()
    {
        Output<string>? arn = null;
        var run = await Sandbox.RunAsync(() =>
            arn = new ServiceRole(
                "idp-cleaner-role",
                new()
                {
                    Context = TestStacks.Prod,
                    Role = "cleaner",
                    Description = "Cleans",
                    Service = "cleaner.amazonaws.com",
                    SourceArn = "arn:source",
                    Policy = "{}",
                },
                new ComponentResource("idp:test:Owner", "owner")
            ).Arn
        );
        return (run, arn!);
    }
}
