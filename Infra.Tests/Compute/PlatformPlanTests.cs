using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Infra.Compute;
using Infra.Edge;
using Infra.Settings.Compute;
using Infra.Tests.Stacks;
using Pulumi;

namespace Infra.Tests.Compute;

/// <summary>The parts together through the offline engine, which knows the schema of the provider and keeps secrets.</summary>
public sealed class PlatformPlanTests
{
    [TestCase("codedeploy"), TestCase("rolling"), TestCase("external")]
    public async Task The_parts_fit_each_other_and_the_provider(string by)
    {
        var settings = new PlatformServiceSettings
        {
            Tracing = TracingMode.XrayDaemon,
            Deployment = new() { By = (Deployer)Infra.Settings.Word.Parse(typeof(Deployer), by)! },
        };

        var text = PlanText.Of(await PlanAsync(settings));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Not.Contain("hush"), "what the CDN shows is a secret");
            Assert.That(text, Does.Contain("aws:lb/listenerRule:ListenerRule web-production-rule"));
            Assert.That(text, Does.Contain("[ignoreChanges desiredCapacity]"));
            Assert.That(
                text.Contains("aws:codedeploy/deploymentGroup", StringComparison.Ordinal),
                Is.EqualTo(by == "codedeploy")
            );
        }
    }

    private static async Task<Plan> PlanAsync(PlatformServiceSettings settings)
    {
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = StackPlans.Project.Name,
                Stack = "platform",
                RootDirectory = Repository.PathOf(""),
                Program = new InProcessProgram(() => Deployment.RunAsync(() => Build(settings))),
            }
        );
        Assert.That(result.Problems, Is.Empty);
        Assert.That(result.Failed, Is.False);
        return result.Plan;
    }

    private static void Build(PlatformServiceSettings settings)
    {
        var context = TestStacks.Prod;
        var balancer = new LoadBalancer(
            "web",
            new()
            {
                Context = context,
                VpcId = "vpc-1",
                SubnetIds = new[] { "subnet-a", "subnet-c" },
                SecurityGroupId = "sg-alb",
                Domain = "origin.example.com",
                CertificateArn = "arn:aws:acm:ap-northeast-1:111111111111:certificate/1",
                OriginHeaders = [new(OriginHeader.DefaultName, Output.CreateSecret("hush"))],
                Targets = TargetKind.Instance,
                TargetPort = settings.Port,
                HealthPath = settings.HealthPath,
                CodeDeploy = settings.Deployment.By == Deployer.Codedeploy,
            }
        );
        var cluster = new Ec2CapacityCluster("web", InstancesCase.Args());
        var wiring = new PlatformServiceWiring(
            "registry/own:1",
            cluster.ClusterName,
            cluster.Arn,
            cluster.Capacity,
            cluster.ExecLogGroup,
            "/ecs/web",
            "arn:key",
            balancer.TargetOf(PlatformServiceSettings.ContainerName, settings.Port)
        );
        var service = new BridgeService("web", settings.ToArgs(context, wiring));
        if (settings.ToBlueGreen(context, wiring, service) is { } args)
            _ = new BlueGreenDeployment("web", args);
    }
}
