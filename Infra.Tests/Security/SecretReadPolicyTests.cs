using Infra.Security;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Security;

public sealed class SecretReadPolicyTests
{
    [Test]
    public async Task It_reads_these_secrets_with_this_key_and_nothing_else()
    {
        var policy = "";
        await Sandbox.RunAsync(() =>
            policy = OutputUtilities
                .GetValueAsync(SecretReadPolicy.For(TestStacks.Prod, "arn:key", [Output.Create("arn:b"), Output.Create("arn:a")]))
                .GetAwaiter()
                .GetResult()
        );

        var statements = PolicyReading.Statements(policy);
        var decrypt = statements["DecryptSecrets"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements, Has.Count.EqualTo(2));
            Assert.That(statements["ReadSecrets"].Texts("Action"), Is.EqualTo(new[] { "secretsmanager:GetSecretValue" }));
            Assert.That(statements["ReadSecrets"].Texts("Resource"), Is.EqualTo(new[] { "arn:a", "arn:b" }));
            Assert.That(decrypt.Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt" }));
            Assert.That(decrypt.Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                decrypt.Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "secretsmanager.ap-northeast-1.amazonaws.com" })
            );
            Assert.That(
                decrypt.Texts("Condition", "StringEquals", "kms:EncryptionContext:SecretARN"),
                Is.EqualTo(new[] { "arn:a", "arn:b" })
            );
        }
    }
}
