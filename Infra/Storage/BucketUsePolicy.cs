using Infra.Policies;
using Infra.Settings;

namespace Infra.Storage;

/// <summary>
/// What a role needs to read, write and delete things in a bucket, itself or by addresses that it signs for browsers. It cannot list them.
/// </summary>
internal static class BucketUsePolicy
{
    /// <summary>The statements.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="bucketRole">The bucket.</param>
    /// <param name="keyArn">The key that encrypts what is in it; nothing where S3 does with its own.</param>
    public static IEnumerable<Statement> Statements(StackContext context, string bucketRole, string? keyArn)
    {
        var bucket = PrivateBucket.ArnOf(context, bucketRole);
        yield return new("UseObjects")
        {
            Actions = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            Resources = [$"{bucket}/*"],
        };
        if (keyArn is null)
            yield break;
        yield return new("UseKeyOfObjects")
        {
            Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resources = [keyArn],
            Conditions =
            [
                new("StringEquals", "kms:ViaService", $"s3.{context.Region}.amazonaws.com"),
                // A key of the bucket is made for the bucket, not for each object.
                new("StringEquals", "kms:EncryptionContext:aws:s3:arn", bucket),
            ],
        };
    }
}
