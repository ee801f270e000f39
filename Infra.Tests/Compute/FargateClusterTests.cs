using System.Text.Json;
using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class FargateClusterTests
{
    [Test]
    public async Task The_cluster_is_watched_and_its_sessions_are_encrypted_and_recorded()
    {
        var run = await RunAsync(Args());

        var cluster = run.One("aws:ecs/cluster:Cluster");
        var log = run.One("aws:cloudwatch/logGroup:LogGroup", "idp-exec-log");
        var insights = run.One("aws:cloudwatch/logGroup:LogGroup", "idp-insights-log");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Inputs["name"], Is.EqualTo("idp-server-cluster"));
            Assert.That(cluster.Maps("settings"), Is.EqualTo(new[] { "name=containerInsights value=enhanced" }));
            Assert.That(
                cluster.Json("configuration"),
                Is.EqualTo(
                    """{"executeCommandConfiguration":{"kmsKeyId":"arn:key","logConfiguration":{"cloudWatchEncryptionEnabled":true,"cloudWatchLogGroupName":"/ecs/idp-server/exec"},"logging":"OVERRIDE"}}"""
                )
            );
            Assert.That(log.Inputs["name"], Is.EqualTo("/ecs/idp-server/exec"));
            Assert.That(log.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(log.Inputs["retentionInDays"], Is.EqualTo(30));
            Assert.That(insights.Inputs["name"], Is.EqualTo("/aws/ecs/containerinsights/idp-server-cluster/performance"));
            Assert.That(insights.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
        }
    }

    [Test]
    public async Task Tasks_run_on_demand_or_on_spare_capacity()
    {
        var run = await RunAsync(Args() with { Capacity = [new(CapacityShare.OnDemand, 1, 0), new(CapacityShare.Spot, 0, 1)] });

        var capacity = run.One("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(capacity.Texts("capacityProviders"), Is.EqualTo(new[] { "FARGATE", "FARGATE_SPOT" }));
            Assert.That(
                capacity.Maps("defaultCapacityProviderStrategies"),
                Is.EqualTo(new[] { "base=1 capacityProvider=FARGATE weight=0", "base=0 capacityProvider=FARGATE_SPOT weight=1" })
            );
        }
    }

    [Test]
    public void Capacity_without_a_share_is_refused() =>
        Assert.That((Args() with { Capacity = [] }).Validate().Single().Path, Is.EqualTo("capacity"));

    private static FargateClusterArgs Args() => new() { Context = TestStacks.Prod, KeyArn = "arn:key" };

    private static Task<Sandbox> RunAsync(FargateClusterArgs args) => Sandbox.RunAsync(() => _ = new FargateCluster("idp", args));
}
