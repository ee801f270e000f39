using Infra.Compute;

namespace Infra.Tests.Compute;

/// <summary>A service behind a load balancer; each test changes one thing.</summary>
internal static class ServiceCase
{
    public static readonly Container App = new()
    {
        Name = "app",
        Image = "111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server:1",
        Ports = [new(8080)],
        Secrets = new Container { Name = "", Image = "" }.Secrets.Add("TOKEN", new("arn:secret", "token")),
    };

    /// <summary>Sound args.</summary>
    public static FargateServiceArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            ClusterName = "idp-server-cluster",
            ClusterArn = "arn:cluster",
            Size = new(2048, 4096),
            Containers = [App],
            SubnetIds = ["subnet-a", "subnet-c"],
            SecurityGroupId = "sg-app",
            LogGroup = "/ecs/idp-server",
            KeyArn = "arn:key",
            ExecLogGroup = "/ecs/idp-server/exec",
            Scaling = new() { MinTasks = 2, MaxTasks = 4 },
            Target = Target,
        };

    /// <summary>The same with a second target group and a rule.</summary>
    public static FargateServiceArgs BlueGreen() =>
        Args() with
        {
            Deployment = new() { Strategy = DeploymentStrategy.BlueGreen, BakeMinutes = 7 },
            Target = Target with
            {
                BlueGreen = new(
                    "arn:tg2",
                    "targetgroup/green/2",
                    "arn:rule",
                    "idp-server-alb",
                    ["idp-server-tg", "idp-server-tg-2"]
                ),
            },
        };

    public static Task<Sandbox> RunAsync(FargateServiceArgs args) => Sandbox.RunAsync(() => _ = new FargateService("idp", args));

    private static ServiceTarget Target =>
        new()
        {
            Container = "app",
            Port = 8080,
            TargetGroupArn = "arn:tg",
            TargetGroupArnSuffix = "targetgroup/idp/1",
            LoadBalancerArnSuffix = "app/idp/1",
        };
}
