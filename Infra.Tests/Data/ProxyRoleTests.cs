using Infra.Data;
using Infra.Tests.Policies;

namespace Infra.Tests.Data;

public sealed class ProxyRoleTests
{
    [Test]
    public async Task The_role_reads_the_one_secret_through_Secrets_Manager()
    {
        var run = await ProxyCase.RunAsync(ProxyCase.Args());

        var rights = ProxyCase.Rights(run);
        var role = run.One("aws:iam/role:Role");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-db-proxy"));
            Assert.That(
                PolicyReading.Statements(role.Inputs["assumeRolePolicy"])["ServiceTakesRole"].Texts("Principal", "Service"),
                Is.EqualTo(new[] { "rds.amazonaws.com" })
            );
            Assert.That(rights.Keys, Is.EqualTo(new[] { "ReadSecrets", "DecryptSecrets" }));
            Assert.That(rights["ReadSecrets"].Texts("Action"), Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
            Assert.That(rights["ReadSecrets"].Texts("Resource"), Is.EqualTo(new[] { "arn:secret" }));
            Assert.That(rights["DecryptSecrets"].Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt" }));
            Assert.That(rights["DecryptSecrets"].Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                rights["DecryptSecrets"].Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "secretsmanager.ap-northeast-1.amazonaws.com" })
            );
        }
    }

    [Test]
    public async Task By_IAM_it_connects_as_one_user_and_reads_no_secret()
    {
        var args = ProxyCase.Args() with { Auth = ProxyAuth.Iam, DatabaseResourceId = "db-1", User = "finsight_app" };

        var rights = ProxyCase.Rights(await ProxyCase.RunAsync(args));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rights.Keys, Is.EqualTo(new[] { "ConnectToDatabase" }));
            Assert.That(rights["ConnectToDatabase"].Texts("Action"), Is.EqualTo(new[] { "rds-db:connect" }));
            Assert.That(
                rights["ConnectToDatabase"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:rds-db:ap-northeast-1:111111111111:dbuser:db-1/finsight_app" })
            );
        }
    }
}
