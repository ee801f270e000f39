using Infra.Compute;

namespace Infra.Tests.Compute;

/// <summary>A service on instances behind a load balancer; each test changes one thing.</summary>
internal static class BridgeCase
{
    public static readonly Container App = new()
    {
        Name = "app",
        Image = "111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/web:1",
        Ports = [new(3000)],
    };

    public static BridgeServiceArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            ClusterName = "idp-server-cluster",
            ClusterArn = "arn:cluster",
            Capacity = new("idp-server-ec2", new("t3.medium"), 10, 256),
            Cpu = 512,
            MemoryMiB = 1024,
            Containers = [App],
            LogGroup = "/ecs/idp-server",
            KeyArn = "arn:key",
            ExecLogGroup = "/ecs/idp-server/exec",
            Scaling = new()
            {
                MinTasks = 2,
                MaxTasks = 10,
                MayRest = true,
            },
            Target = Target,
        };

    /// <summary>The same deployed by CodeDeploy.</summary>
    public static BridgeServiceArgs CodeDeploy() =>
        Args() with
        {
            Deployer = Deployer.Codedeploy,
            Target = Target with { CodeDeploy = Pair },
        };

    public static readonly CodeDeployTarget Pair = new(
        "targetgroup/green/2",
        "arn:listener",
        null,
        "idp-server-alb",
        ["idp-server-tg", "idp-server-tg2"]
    );

    public static Task<Sandbox> RunAsync(BridgeServiceArgs args, Options? options = null) =>
        Sandbox.RunAsync(() => _ = new BridgeService("web", args, options?.Of));

    private static ServiceTarget Target =>
        new()
        {
            Container = "app",
            Port = 3000,
            TargetGroupArn = "arn:tg",
            TargetGroupArnSuffix = "targetgroup/web/1",
            LoadBalancerArnSuffix = "app/web/1",
        };
}
