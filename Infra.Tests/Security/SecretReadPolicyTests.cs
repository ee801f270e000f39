using Infra.Policies;
using Infra.Security;
using Infra.Tests.Policies;

namespace Infra.Tests.Security;

public sealed class SecretReadPolicyTests
{
    [Test]
    public void It_reads_these_secrets_with_this_key_and_nothing_else()
    {
        var policy = PolicyDocument.Of(SecretReadPolicy.Statements(TestStacks.Prod, "arn:key", ["arn:b", "arn:a", "arn:b"]));

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
