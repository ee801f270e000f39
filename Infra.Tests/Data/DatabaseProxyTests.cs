using Infra.Data;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Data;

public sealed class DatabaseProxyTests
{
    private const string Proxy = "aws:rds/proxy:Proxy";

    [Test]
    public async Task The_proxy_speaks_PostgreSQL_over_TLS_and_lets_clients_in_by_IAM_only()
    {
        var run = await ProxyCase.RunAsync(ProxyCase.Args());

        var proxy = run.One(Proxy, "idp-db-proxy");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(proxy.Inputs["name"], Is.EqualTo("idp-server-db-proxy"));
            Assert.That(proxy.Inputs["engineFamily"], Is.EqualTo("POSTGRESQL"));
            Assert.That(proxy.Inputs["requireTls"], Is.True);
            Assert.That(proxy.Inputs["idleClientTimeout"], Is.EqualTo(1800));
            Assert.That(proxy.Inputs["roleArn"], Is.EqualTo("arn:idp-db-proxy-role-iam"));
            Assert.That(proxy.Inputs["defaultAuthScheme"], Is.EqualTo("NONE"));
            Assert.That(
                proxy.Maps("auths"),
                Is.EqualTo(new[] { "authScheme=SECRETS description=Signs in as app_admin iamAuth=REQUIRED secretArn=arn:secret" })
            );
            Assert.That(proxy.Texts("vpcSubnetIds"), Is.EqualTo(new[] { "subnet-a", "subnet-c" }));
            Assert.That(proxy.Texts("vpcSecurityGroupIds"), Is.EqualTo(new[] { "sg-proxy" }));
            Assert.That(proxy.NameTag(), Is.EqualTo("idp-server-db-proxy"));
        }
    }

    [Test]
    public async Task The_pool_is_a_share_of_the_database_that_comes_to_twenty_connections()
    {
        var run = await ProxyCase.RunAsync(ProxyCase.Args());

        var pool = run.One("aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup");
        var target = run.One("aws:rds/proxyTarget:ProxyTarget");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pool.Inputs["dbProxyName"], Is.EqualTo("idp-server-db-proxy"));
            Assert.That(
                Inputs.Pairs(pool.Inputs["connectionPoolConfig"]),
                Is.EqualTo("connectionBorrowTimeout=20 maxConnectionsPercent=25 maxIdleConnectionsPercent=12")
            );
            Assert.That(target.Inputs["dbProxyName"], Is.EqualTo("idp-server-db-proxy"));
            Assert.That(target.Inputs["dbInstanceIdentifier"], Is.EqualTo("idp-server-db"));
        }
    }

    [Test]
    public async Task Its_log_has_an_encrypted_group_before_RDS_would_make_a_plain_one()
    {
        var group = (await ProxyCase.RunAsync(ProxyCase.Args() with { LogRetentionDays = 14 })).One(
            "aws:cloudwatch/logGroup:LogGroup"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["name"], Is.EqualTo("/aws/rds/proxy/idp-server-db-proxy"));
            Assert.That(group.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(group.Inputs["retentionInDays"], Is.EqualTo(14));
        }
    }

    [Test]
    public async Task By_IAM_all_the_way_there_is_no_secret()
    {
        var args = ProxyCase.Args() with
        {
            Auth = ProxyAuth.Iam,
            SecretArn = null,
            DatabaseResourceId = "db-1",
            User = "finsight_app",
        };

        var proxy = (await ProxyCase.RunAsync(args)).One(Proxy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(proxy.Inputs["defaultAuthScheme"], Is.EqualTo("IAM_AUTH"));
            Assert.That(proxy.Inputs.GetValueOrDefault("auths"), Is.Null.Or.Empty);
        }
    }

    [Test]
    public async Task An_application_may_connect_as_its_user_through_this_proxy_and_nothing_else()
    {
        var rights = PolicyReading.Statements(await ProxyCase.ConnectRightsAsync(ProxyCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rights.Keys, Is.EqualTo(new[] { "ConnectToDatabase" }));
            Assert.That(rights["ConnectToDatabase"].Texts("Action"), Is.EqualTo(new[] { "rds-db:connect" }));
            // What stands behind the last colon of the proxy's ARN is its id.
            Assert.That(
                rights["ConnectToDatabase"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:rds-db:ap-northeast-1:111111111111:dbuser:idp-db-proxy/app_admin" })
            );
        }
    }

    [Test]
    public async Task What_RDS_refuses_is_refused_together()
    {
        var bad = ProxyCase.Args() with
        {
            SubnetIds = ["subnet-a"],
            SecretArn = null,
            User = "app-admin",
            MaxConnections = 3604,
            IdleClientSeconds = 59,
            BorrowSeconds = 301,
        };

        var error = await Assert.ThrowsAsync<RunException>(() => ProxyCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("DatabaseProxy 'idp': 6 problems in its args")
                .And.Contain("subnetIds: got 1, want 2 or more, in different zones;")
                .And.Contain("user: got app-admin, want a letter, then up to 62 letters, digits and _;")
                .And.Contain("secretArn: got nothing, want a secret while auth is secret;")
                .And.Contain("connections: got 20, want 37 or more;")
                .And.Contain("idleClientSeconds: got 59, want 60 to 28800;")
                .And.Contain("borrowSeconds: got 301, want 1 to 300;")
        );
    }

    [Test]
    public async Task Without_the_id_of_the_database_nobody_connects_by_IAM() =>
        Assert.That(
            (
                await Assert.ThrowsAsync<RunException>(() => ProxyCase.RunAsync(ProxyCase.Args() with { Auth = ProxyAuth.Iam }))
            )!.Message,
            Does.Contain("databaseResourceId: got nothing, want the id of the database while auth is iam;")
        );
}
