using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>Whether the policy of a bucket lets a service of AWS put objects into it.</summary>
internal static class ServiceWrites
{
    /// <summary>The type of buckets.</summary>
    public const string Bucket = "aws:s3/bucket:Bucket";

    /// <summary>The statements of the policies of a bucket.</summary>
    public static IEnumerable<Value> PolicyStatements(this Resource bucket) =>
        bucket.Policies().SelectMany(policy => policy.Json("policy")["Statement"].Items);

    /// <summary>Whether some policy of a bucket cannot be read before the deployment.</summary>
    public static bool HasUnknownPolicy(this Resource bucket) => bucket.Policies().Any(policy => policy.Json("policy").IsUnknown);

    /// <summary>One of these principals must be allowed to put objects into the bucket.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="isAllowed">Whether a principal is the one.</param>
    /// <param name="wanted">Who it is, in words.</param>
    public static Verdict LetsPut(this Resource bucket, Func<string, bool> isAllowed, string wanted)
    {
        if (bucket.HasUnknownPolicy())
            return Verdict.CannotKnow($"the policy of {bucket.Name} is known only after the deployment; want {wanted} in it");
        return Verdict.Of(
            bucket.PolicyStatements().Any(statement => Allows(statement, isAllowed)),
            $"the policy of {bucket.Name}: got no statement that lets {wanted} put objects, want one"
        );
    }

    private static IEnumerable<Resource> Policies(this Resource bucket) =>
        bucket.ReferredBy("aws:s3/bucketPolicy:BucketPolicy", "bucket");

    private static bool Allows(Value statement, Func<string, bool> isAllowed) =>
        statement["Effect"].Text == "Allow"
        && statement["Principal"].Members.SelectMany(member => member.Value.Texts).Any(isAllowed)
        && statement["Action"].Texts.Any(action => action is "s3:PutObject" or "s3:Put*" or "s3:*");
}
