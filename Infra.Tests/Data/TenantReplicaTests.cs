namespace Infra.Tests.Data;

public sealed class TenantReplicaTests
{
    private const string Instance = "aws:rds/instance:Instance";

    [Test]
    public async Task A_replica_is_told_only_what_it_does_not_take_from_its_source()
    {
        var replica = (await DatabaseCase.RunAsync(DatabaseCase.Args())).One(Instance, "idp-postgresql-replica");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replica.Inputs["identifier"], Is.EqualTo("idp-server-postgresql-replica"));
            Assert.That(replica.Inputs["replicateSourceDb"], Is.EqualTo("idp-server-postgresql"));
            Assert.That(replica.Inputs["instanceClass"], Is.EqualTo("db.r6g.large"));
            Assert.That(replica.Inputs["availabilityZone"], Is.EqualTo("ap-northeast-1c"));
            Assert.That(replica.Inputs["publiclyAccessible"], Is.False);
            Assert.That(replica.Inputs["parameterGroupName"], Is.EqualTo("idp-server-pg15-params"));
            Assert.That(replica.Inputs["performanceInsightsEnabled"], Is.True);
            Assert.That(replica.Inputs["monitoringInterval"], Is.EqualTo(60));
            Assert.That(replica.Inputs["skipFinalSnapshot"], Is.True);
            Assert.That(
                replica.Inputs.Keys,
                Has.None.AnyOf(
                    "username",
                    "passwordWo",
                    "dbName",
                    "engine",
                    "kmsKeyId",
                    "storageEncrypted",
                    "dbSubnetGroupName",
                    "finalSnapshotIdentifier",
                    "backupRetentionPeriod",
                    "multiAz"
                )
            );
        }
    }

    [Test]
    public async Task Several_replicas_are_spread_over_the_zones_and_named_apart()
    {
        var run = await DatabaseCase.RunAsync(DatabaseCase.Args() with { ReadReplicas = 3 });

        Assert.That(
            run.All(Instance)
                .Where(instance => instance.Inputs.ContainsKey("replicateSourceDb"))
                .Select(instance => $"{instance.Name} {instance.Inputs["identifier"]} {instance.Inputs["availabilityZone"]}"),
            Is.EquivalentTo(
                new[]
                {
                    "idp-postgresql-replica idp-server-postgresql-replica ap-northeast-1c",
                    "idp-postgresql-replica-2 idp-server-postgresql-replica-2 ap-northeast-1a",
                    "idp-postgresql-replica-3 idp-server-postgresql-replica-3 ap-northeast-1c",
                }
            )
        );
    }
}
