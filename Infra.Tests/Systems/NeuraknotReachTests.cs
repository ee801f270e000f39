using Infra.Settings;
using Infra.Settings.Neuraknot;

namespace Infra.Tests.Systems;

/// <summary>Whether what a stack file says arrives where AWS reads it.</summary>
public sealed class NeuraknotReachTests
{
    private const string Log = "aws:cloudwatch/logGroup:LogGroup";
    private const string Secret = "aws:secretsmanager/secret:Secret";
    private const string Pool = "aws:cognito/userPool:UserPool";
    private const string Database = "aws:rds/instance:Instance";

    [Test]
    public async Task Settings_reach_the_components()
    {
        var settings = NeuraknotCase.Settings(StackEnvironment.Prod);
        var run = await NeuraknotCase.RunAsync(
            StackEnvironment.Prod,
            settings with
            {
                Key = new() { DeletionDays = 8, RotationDays = 100 },
                Secrets = new() { RecoveryDays = 9 },
                Database = settings.Database with { Name = "talk", Username = "boss" },
                Edge = settings.Edge with { IdleTimeoutSeconds = 61, DeregistrationSeconds = 31, LogRetentionDays = 11 },
                Cluster = new() { Insights = Infra.Compute.ContainerInsights.Enhanced, LogRetentionDays = 14 },
                Users = settings.Users with { SelfSignUp = false, Mfa = Infra.Identity.PoolMfa.Required },
                Network = settings.Network with
                {
                    FlowLogs = new() { RetentionDays = 60, AggregationSeconds = 600 },
                },
                Audit = new() { CloudTrail = true },
            }
        );

        var key = run.One("aws:kms/key:Key");
        var balancer = run.One("aws:lb/loadBalancer:LoadBalancer");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((key.Inputs["deletionWindowInDays"], key.Inputs["rotationPeriodInDays"]), Is.EqualTo((8, 100)));
            Assert.That(run.All(Secret).Select(secret => secret.Inputs["recoveryWindowInDays"]), Is.All.EqualTo(9));
            Assert.That((run.One(Database).Inputs["dbName"], run.One(Database).Inputs["username"]), Is.EqualTo(("talk", "boss")));
            Assert.That(NeuraknotContainer.Of(run, "backend-go").Environment["DB_NAME"], Is.EqualTo("talk"));
            Assert.That(balancer.Inputs["idleTimeout"], Is.EqualTo(61));
            Assert.That(
                run.All("aws:lb/targetGroup:TargetGroup").Select(group => group.Inputs["deregistrationDelay"]),
                Is.All.EqualTo(31)
            );
            Assert.That(
                run.One("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "neuraknot-alb-logs-lifecycle")
                    .Json("rules"),
                Does.Contain("\"days\":11")
            );
            Assert.That(run.One("aws:ecs/cluster:Cluster").Json("settings"), Does.Contain("enhanced"));
            Assert.That(run.One(Log, "neuraknot-exec-log").Inputs["retentionInDays"], Is.EqualTo(14));
            Assert.That(run.One(Pool).Inputs["mfaConfiguration"], Is.EqualTo("ON"));
            Assert.That(run.One(Pool).Json("adminCreateUserConfig"), Does.Contain("\"allowAdminCreateUserOnly\":true"));
            Assert.That(run.One(Log, "neuraknot-flow-logs").Inputs["retentionInDays"], Is.EqualTo(60));
            Assert.That(run.All("aws:cloudtrail/trail:Trail").ToList(), Has.Count.EqualTo(1));
            Assert.That((string)key.Inputs["policy"], Does.Contain("cloudtrail.amazonaws.com"));
        }
    }
}
