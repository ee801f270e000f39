using Infra.Network;
using Infra.Settings;
using Infra.Settings.IdpServer;
using Infra.Systems;

namespace Infra.Tests.Systems;

public sealed class IdpServerTests
{
    [Test]
    public async Task Settings_reach_the_components()
    {
        var settings = SystemCase.Settings(StackEnvironment.Prod) with
        {
            Network = new()
            {
                NatGateways = NatGateways.Single,
                InterfaceEndpoints = ["kms"],
                NetworkAcl = NetworkAclMode.PerTier,
                DualStack = true,
                FlowLogs = new() { RetentionDays = 90, AggregationSeconds = 600 },
            },
            Key = new() { DeletionDays = 8, RotationDays = 100 },
            Secrets = new() { RecoveryDays = 9 },
            Database = new() { MasterPasswordVersion = 4 },
            Service = new(),
        };

        var run = await SystemCase.RunAsync(TestStacks.Prod, settings);

        var key = run.One("aws:kms/key:Key");
        var master = run.One("random:index/randomPassword:RandomPassword", "idp-server-db-master-password");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:ec2/natGateway:NatGateway").Count(), Is.EqualTo(1));
            Assert.That(run.All("aws:ec2/vpcEndpoint:VpcEndpoint").Count(), Is.EqualTo(2));
            Assert.That(run.All("aws:ec2/networkAcl:NetworkAcl").Count(), Is.EqualTo(3));
            Assert.That(run.One("aws:ec2/vpc:Vpc").Inputs["assignGeneratedIpv6CidrBlock"], Is.True);
            Assert.That(
                run.One("aws:cloudwatch/logGroup:LogGroup", "idp-server-flow-logs").Inputs["retentionInDays"],
                Is.EqualTo(90)
            );
            Assert.That(run.One("aws:ec2/flowLog:FlowLog").Inputs["maxAggregationInterval"], Is.EqualTo(600));
            Assert.That((key.Inputs["deletionWindowInDays"], key.Inputs["rotationPeriodInDays"]), Is.EqualTo((8, 100)));
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(s => s.Inputs["recoveryWindowInDays"]),
                Is.All.EqualTo(9)
            );
            Assert.That(((IReadOnlyDictionary<string, object>)master.Inputs["keepers"])["version"], Is.EqualTo("4"));
        }
    }

    [Test]
    public async Task One_key_encrypts_everything_and_knows_the_log_groups()
    {
        var run = await SystemCase.RunAsync(TestStacks.Dev, SystemCase.Settings(StackEnvironment.Dev));

        const string Key = "arn:idp-server-kms-key";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.All("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Inputs["kmsKeyId"]),
                Is.All.EqualTo(Key)
            );
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(secret => secret.Inputs["kmsKeyId"]),
                Is.All.EqualTo(Key)
            );
            Assert.That(
                run.All("aws:kms/alias:Alias").Select(alias => alias.Inputs["name"]),
                Is.EquivalentTo(new[] { "alias/idp-server-dev-key", "alias/idp-server-dev-rds-key" })
            );
            Assert.That(
                (string)run.One("aws:kms/key:Key").Inputs["policy"],
                Does.Contain("log-group:/vpc/idp-server-dev/*\"").And.Contain("log-group:/ecs/idp-server-dev\"")
            );
        }
    }

    [Test]
    public async Task The_cheap_environment_has_one_gateway_no_paid_endpoint_and_no_master_password()
    {
        var run = await SystemCase.RunAsync(TestStacks.Dev, SystemCase.Settings(StackEnvironment.Dev));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:ec2/natGateway:NatGateway").Count(), Is.EqualTo(1));
            Assert.That(run.One("aws:ec2/vpcEndpoint:VpcEndpoint").Inputs["vpcEndpointType"], Is.EqualTo("Gateway"));
            Assert.That(
                run.One("aws:cloudwatch/logGroup:LogGroup", "idp-server-flow-logs").Inputs["retentionInDays"],
                Is.EqualTo(7)
            );
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(secret => secret.Inputs["recoveryWindowInDays"]),
                Is.All.Zero
            );
            Assert.That(
                run.All("aws:secretsmanager/secret:Secret").Select(secret => secret.Name),
                Has.None.Contains("db-master")
            );
        }
    }
}
