using Infra.Settings;

namespace Infra.Tests.Systems;

public sealed class NeuraknotServiceTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string Task = "aws:ecs/taskDefinition:TaskDefinition";

    [Test]
    public async Task Images_and_log_have_their_place_before_the_service_runs()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Dev);
        var run = await NeuraknotCase.RunAsync(
            StackEnvironment.Dev,
            settings with
            {
                Services = NeuraknotCase.Each(settings, (name, s) => s with { Enabled = name != "python-ai" }),
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("awsx:ecr:Repository", "neuraknot-python-ai-repository").Inputs["name"],
                Is.EqualTo("neuraknot-dev-python-ai")
            );
            Assert.That(
                run.One("aws:cloudwatch/logGroup:LogGroup", "neuraknot-python-ai-log").Inputs["name"],
                Is.EqualTo("/ecs/neuraKnot-dev-python-ai")
            );
            Assert.That(run.All(Service).Concat(run.All(Task)).Select(one => one.Name), Has.None.Contains("python-ai"));
        }
    }

    [TestCase("backend-go", 8080, "backend-go-tg")]
    [TestCase("nextjs-frontend", 3000, "frontend-tg")]
    public async Task What_people_reach_is_behind_the_load_balancer(string service, int port, string group) =>
        Assert.That(
            (await NeuraknotCase.RunAsync(StackEnvironment.Dev))
                .One(Service, $"neuraknot-{service}-service")
                .Maps("loadBalancers"),
            Is.EqualTo(new[] { $"containerName={service} containerPort={port} targetGroupArn=arn:neuraknot-{group}" })
        );

    [Test]
    public async Task The_image_is_the_one_of_its_own_repository_or_a_whole_reference()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Dev);
        var run = await NeuraknotCase.RunAsync(
            StackEnvironment.Dev,
            settings with
            {
                Services = NeuraknotCase.Each(
                    settings,
                    (name, s) => s with { Image = name == "backend-go" ? "1.4.2" : "public.example.com/shop/image:3" }
                ),
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Definition("backend-go"), Does.Contain("neuraknot-dev-backend-go:1.4.2\""));
            Assert.That(Definition("python-ai"), Does.Contain("\"public.example.com/shop/image:3\""));
        }

        string Definition(string service) =>
            (string)run.One(Task, $"neuraknot-{service}-task-definition").Inputs["containerDefinitions"];
    }
}
