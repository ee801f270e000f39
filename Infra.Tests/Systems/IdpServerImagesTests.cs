using Infra.Settings;

namespace Infra.Tests.Systems;

public sealed class IdpServerImagesTests
{
    [Test]
    public async Task There_is_a_repository_for_the_application_its_migrations_and_the_jobs()
    {
        var run = await SystemCase.RunAsync(TestStacks.Dev, SystemCase.Settings(StackEnvironment.Dev));

        Assert.That(
            run.All("awsx:ecr:Repository")
                .Select(repository => $"{repository.Inputs["name"]} {repository.Inputs["forceDelete"]}"),
            Is.EquivalentTo(new[] { "idp-server-dev True", "idp-server-dev-migration True", "idp-server-dev-database True" })
        );
    }

    [Test]
    public async Task Tasks_run_the_images_of_these_repositories_unless_a_whole_reference_is_given()
    {
        var settings = SystemCase.Settings(StackEnvironment.Prod);
        var run = await SystemCase.RunAsync(
            TestStacks.Prod,
            settings with
            {
                Jobs = settings.Jobs with { Image = "registry.example.com/jobs:3" },
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Definition(run, "idp-server-task-definition"),
                Does.Contain($"111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server@sha256:{new string('0', 64)}")
            );
            Assert.That(
                Definition(run, "idp-server-db-migrate-definition"),
                Does.Contain("111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server-migration:2.0")
            );
            Assert.That(Definition(run, "idp-server-db-verify-definition"), Does.Contain("\"registry.example.com/jobs:3\""));
        }
    }

    private static string Definition(Sandbox run, string name) =>
        (string)run.One("aws:ecs/taskDefinition:TaskDefinition", name).Inputs["containerDefinitions"];
}
