using Infra.Policies;
using Infra.Storage;
using Infra.Tests.Policies;

namespace Infra.Tests.Storage;

public sealed class BucketUsePolicyTests
{
    private const string Bucket = "arn:aws:s3:::idp-server-content-111111111111";

    [Test]
    public void A_role_uses_what_is_in_the_bucket_and_its_key_for_nothing_else()
    {
        var statements = PolicyReading.Statements(
            PolicyDocument.Of(BucketUsePolicy.Statements(TestStacks.Prod, "content", "arn:key"))
        );

        var key = statements["UseKeyOfObjects"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                statements["UseObjects"].Texts("Action"),
                Is.EqualTo(new[] { "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject" })
            );
            Assert.That(statements["UseObjects"].Texts("Resource"), Is.EqualTo(new[] { $"{Bucket}/*" }));
            Assert.That(key.Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt", "kms:GenerateDataKey" }));
            Assert.That(key.Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                key.Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "s3.ap-northeast-1.amazonaws.com" })
            );
            Assert.That(key.Texts("Condition", "StringEquals", "kms:EncryptionContext:aws:s3:arn"), Is.EqualTo(new[] { Bucket }));
        }
    }

    [Test]
    public void Without_a_key_there_is_none_to_use() =>
        Assert.That(
            BucketUsePolicy.Statements(TestStacks.Prod, "content", null).Select(statement => statement.Sid),
            Is.EqualTo(new[] { "UseObjects" })
        );
}
