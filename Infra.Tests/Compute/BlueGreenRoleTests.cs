using Infra.Tests.Policies;

namespace Infra.Tests.Compute;

public sealed class BlueGreenRoleTests
{
    [Test]
    public async Task ECS_turns_this_load_balancers_rules_and_fills_these_groups()
    {
        var run = await ServiceCase.RunAsync(ServiceCase.BlueGreen());

        var statements = PolicyReading.Statements(
            run.One("aws:iam/rolePolicy:RolePolicy", "idp-blue-green-role-policy").Inputs["policy"]
        );
        var trust = PolicyReading.Statements(run.One("aws:iam/role:Role", "idp-blue-green-role").Inputs["assumeRolePolicy"]);
        const string Arn = "arn:aws:elasticloadbalancing:ap-northeast-1:111111111111:";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trust["ServiceTakesRole"].Texts("Principal", "Service"), Is.EqualTo(new[] { "ecs.amazonaws.com" }));
            Assert.That(
                statements["TurnTraffic"].Texts("Resource"),
                Is.EqualTo(new[] { $"{Arn}listener/app/idp-server-alb/*", $"{Arn}listener-rule/app/idp-server-alb/*" })
            );
            Assert.That(
                statements["RegisterTasks"].Texts("Resource"),
                Is.EqualTo(new[] { $"{Arn}targetgroup/idp-server-tg/*", $"{Arn}targetgroup/idp-server-tg-2/*" })
            );
            Assert.That(statements["LookAtLoadBalancer"].Texts("Action"), Has.All.StartsWith("elasticloadbalancing:Describe"));
        }
    }
}
