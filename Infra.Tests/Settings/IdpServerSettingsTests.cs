using Infra.Settings;
using Infra.Settings.IdpServer;
using static Infra.Tests.Settings.StackFile;

namespace Infra.Tests.Settings;

public sealed class IdpServerSettingsTests
{
    [Test]
    public void A_managed_master_password_and_replicas_exclude_each_other()
    {
        var problem =
            "settings.database.masterPassword: got managed, want generated while readReplicas is 1; RDS for PostgreSQL makes no replica "
            + "of an instance whose password it manages; set readReplicas: 0 to keep it managed";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Problems(Prod(new { database = new { masterPassword = "managed" } })), Is.EqualTo(new[] { problem }));
            Assert.That(
                Problems(
                    Prod(
                        new
                        {
                            database = new { masterPassword = "managed", readReplicas = 0 },
                            service = new { scaling = new { maxTasks = 2 } }, // the primary serves readers too
                        }
                    )
                ),
                Is.Empty
            );
        }
    }

    [Test]
    public void No_NAT_gateway_needs_images_in_ECR_and_the_endpoints_of_Fargate()
    {
        var without = new { network = new { natGateways = "none", interfaceEndpoints = new[] { "ecr.api", "logs" } } };
        var with = new { network = new { natGateways = "none", imagesInEcr = true } };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(Prod(without)),
                Is.EqualTo(
                    new[]
                    {
                        "settings.network.natGateways: got none, want single or per-az while imagesInEcr is false; without a NAT gateway no "
                            + "task reaches another registry; set imagesInEcr: true when all images are in ECR",
                        "settings.network.natGateways: got none, want interface endpoints for ecr.dkr and secretsmanager too; without a NAT "
                            + "gateway no task starts without them; add them to interfaceEndpoints",
                    }
                )
            );
            Assert.That(Problems(Prod(with)), Is.Empty);
        }
    }

    [Test]
    public void An_endpoint_is_one_of_those_known_and_named_once() =>
        Assert.That(
            Problems(Prod(new { network = new { interfaceEndpoints = new[] { "ecr.apis", "kms", "kms" } } })),
            Is.EqualTo(
                new[]
                {
                    "settings.network.interfaceEndpoints[0]: got ecr.apis, want ecr.api, ecr.dkr, ecs, ecs-agent, ecs-telemetry, kms, logs, secretsmanager, ssm, "
                        + "ssmmessages, sts or xray; did you mean ecr.api?",
                    "settings.network.interfaceEndpoints[2]: got kms twice, want each service once; remove it",
                }
            )
        );

    [TestCase("dev"), TestCase("staging"), TestCase("prod")]
    public void The_defaults_of_every_environment_are_sound(string environment) =>
        Assert.That(Problems(Of(environment, null, ("idp-infra:environment", environment))), Is.Empty);

    [Test]
    public void A_protected_stack_must_say_its_domain() =>
        Assert.That(
            Problems(Prod(new { edge = new { } })),
            Is.EqualTo(
                new[]
                {
                    "settings.edge.domain: got nothing, want a host while protect is true; sign-ins must not travel in the clear",
                }
            )
        );

    [Test]
    public void What_would_not_run_together_is_refused_in_one_message() =>
        Assert.That(
            Problems(
                Prod(
                    new
                    {
                        redis = new { nodes = 1 },
                        database = new { backupDays = 0 },
                        service = new
                        {
                            cpu = 512,
                            memoryMiB = 8192,
                            pools = new { writer = 30 },
                        },
                    }
                )
            ),
            Is.EqualTo(
                new[]
                {
                    "settings.database.backupDays: got 0, want 1 to 35 while protect is true; set protect: false to go without backups",
                    "settings.database.backupDays: got 0, want 1 to 35 while readReplicas is 1; a replica begins as a backup",
                    "settings.redis.failover: got true, want false with nodes: 1; a single node has nothing to fail over to; add a second",
                    "settings.redis.multiAz: got true, want false with nodes: 1; a single node is in one zone; add a second",
                    "settings.service.memoryMiB: got 8192, want 1024 to 4096 in steps of 1024 with 512 CPU units; Fargate has no such pair; change cpu or memoryMiB",
                    "settings.service.pools: got 8 tasks while deploying (4 × 200 %) × 35 writers + 20 in reserve = 300 connections to the primary, want 200 at most, as database.maxConnections is; lower the pools or service.scaling.maxTasks, or raise database.maxConnections",
                }
            )
        );
}
