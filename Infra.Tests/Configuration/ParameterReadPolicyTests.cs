using Infra.Configuration;
using Infra.Policies;
using Infra.Tests.Policies;

namespace Infra.Tests.Configuration;

public sealed class ParameterReadPolicyTests
{
    private const string Root = "arn:aws:ssm:ap-northeast-1:111111111111:parameter/idp-server/prod";

    [Test]
    public void A_task_reads_its_tree_and_no_other()
    {
        var statements = PolicyReading.Statements(PolicyDocument.Of(ParameterReadPolicy.Tree(TestStacks.Prod, "arn:key")));

        var decrypt = statements["DecryptParameters"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                statements["ReadParameters"].Texts("Action"),
                Is.EqualTo(new[] { "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath" })
            );
            Assert.That(statements["ReadParameters"].Texts("Resource"), Is.EqualTo(new[] { Root, $"{Root}/*" }));
            Assert.That(decrypt.Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt" }));
            Assert.That(decrypt.Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                decrypt.Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "ssm.ap-northeast-1.amazonaws.com" })
            );
            Assert.That(
                decrypt.Texts("Condition", "StringLike", "kms:EncryptionContext:PARAMETER_ARN"),
                Is.EqualTo(new[] { $"{Root}/*" })
            );
        }
    }

    [Test]
    public void A_task_that_is_handed_two_parameters_reads_these_two()
    {
        string[] arns = [$"{Root}/database/password", $"{Root}/cognito/client_secret"];

        var statements = PolicyReading.Statements(
            PolicyDocument.Of(ParameterReadPolicy.Single(TestStacks.Prod, "arn:key", arns))
        );

        var sorted = arns.Order(StringComparer.Ordinal).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements["ReadParameters"].Texts("Action"), Is.EqualTo(new[] { "ssm:GetParameters" }));
            Assert.That(statements["ReadParameters"].Texts("Resource"), Is.EqualTo(sorted));
            Assert.That(
                statements["DecryptParameters"].Texts("Condition", "StringEquals", "kms:EncryptionContext:PARAMETER_ARN"),
                Is.EqualTo(sorted)
            );
        }
    }

    [Test]
    public void Without_a_key_nothing_is_decrypted()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ParameterReadPolicy.Tree(TestStacks.Prod, null).Select(s => s.Sid),
                Is.EqualTo(new[] { "ReadParameters" })
            );
            Assert.That(
                ParameterReadPolicy.Single(TestStacks.Prod, null, [Root]).Select(s => s.Sid),
                Is.EqualTo(new[] { "ReadParameters" })
            );
        }
    }
}
