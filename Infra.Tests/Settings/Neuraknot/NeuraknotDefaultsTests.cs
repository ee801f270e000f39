using Infra.Compute;
using Infra.Settings;

namespace Infra.Tests.Settings.Neuraknot;

public sealed class NeuraknotDefaultsTests
{
    [TestCase("dev"), TestCase("staging"), TestCase("prod")]
    public void The_network_is_that_of_the_source(string environment)
    {
        var network = NeuraknotFile.Load(environment).Network;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.Cidr, Is.EqualTo("10.0.0.0/16"));
            Assert.That(network.Zones, Is.EqualTo(new[] { "ap-northeast-1a", "ap-northeast-1c" }));
            Assert.That(network.Subnets.Public, Is.EqualTo(new[] { "10.0.1.0/24", "10.0.2.0/24" }));
            Assert.That(network.Subnets.App, Is.EqualTo(new[] { "10.0.10.0/24", "10.0.20.0/24" }));
            Assert.That(network.Subnets.Db, Is.Empty, "databases are beside the tasks");
            Assert.That(Word.Of(network.NatGateways), Is.EqualTo("per-az"), "in dev too: the source says so");
            Assert.That(network.InterfaceEndpoints, Is.Empty);
        }
    }

    [TestCase("dev", 1, 2, 30)]
    [TestCase("staging", 2, 4, 90)]
    [TestCase("prod", 2, 4, 90)]
    public void Services_have_the_sizes_of_the_source_and_are_off_until_somebody_switches_them_on(
        string environment,
        int least,
        int most,
        int days
    )
    {
        var services = NeuraknotFile.Load(environment).Services;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                services.Select(service => (service.Key, service.Value.Cpu, service.Value.MemoryMiB)),
                Is.EqualTo(new[] { ("backend-go", 256, 512), ("nextjs-frontend", 256, 512), ("python-ai", 512, 1024) })
            );
            foreach (var (name, service) in services)
            {
                Assert.That((service.Scaling.MinTasks, service.Scaling.MaxTasks), Is.EqualTo((least, most)), name);
                Assert.That((service.Enabled, service.Image), Is.EqualTo((false, (string?)null)), name);
                Assert.That(service.LogRetentionDays, Is.EqualTo(days), name);
                Assert.That(service.ContainerHealthCheck, Is.EqualTo(name == "python-ai"), "no load balancer asks it");
            }
        }
    }

    [Test]
    public void The_database_is_small_and_alone_in_both_environments()
    {
        var (dev, prod) = (NeuraknotFile.Load("dev").Database.Instance, NeuraknotFile.Load("prod").Database.Instance);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((dev.InstanceClass, prod.InstanceClass), Is.EqualTo(("db.t3.micro", "db.t3.medium")));
            foreach (var instance in new[] { dev, prod })
            {
                Assert.That((instance.StorageGiB, instance.MaxStorageGiB, instance.BackupDays), Is.EqualTo((20, 100, 7)));
                Assert.That((instance.MultiAz, instance.ReadReplicas), Is.EqualTo((false, 0)));
                Assert.That(instance.MaintenanceWindow, Is.EqualTo("sat:19:00-sat:20:00"));
            }
        }
    }

    [Test]
    public void What_the_source_does_not_ask_for_is_a_switch_that_is_off()
    {
        var settings = NeuraknotFile.Load("prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Mesh.By, Is.EqualTo(DiscoveryMode.CloudMap));
            Assert.That((settings.Stop.Enabled, NeuraknotFile.Load("dev").Stop.Enabled), Is.EqualTo((false, false)));
            Assert.That(settings.FrontendUrl, Is.Null);
            Assert.That(settings.Audit.Any, Is.False);
            Assert.That((settings.Users.Passkeys.Enabled, Word.Of(settings.Users.ThreatProtection)), Is.EqualTo((false, "off")));
            Assert.That(settings.Edge.AcceptPlainHttp, Is.False);
        }
    }
}
