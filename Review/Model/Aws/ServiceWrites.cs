using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>Whether the policy of a bucket lets a service of AWS put objects into it.</summary>
internal static class ServiceWrites
{
    /// <summary>The type of buckets.</summary>
    public const string Bucket = "aws:s3/bucket:Bucket";

    /// <summary>The statements of the policies of a bucket.</summary>
    public static IEnumerable<Statement> PolicyStatements(this Resource bucket) =>
        bucket.Policies().SelectMany(policy => Statement.Of(policy, "policy"));

    /// <summary>Whether some policy of a bucket cannot be read before the deployment.</summary>
    public static bool HasUnknownPolicy(this Resource bucket) => bucket.Policies().Any(policy => policy.Json("policy").IsUnknown);

    /// <summary>One of these principals must be allowed to put objects into the bucket.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="isAllowed">Whether a principal is the one.</param>
    /// <param name="wanted">Who it is, in words.</param>
    public static Verdict LetsPut(this Resource bucket, Func<Principal, bool> isAllowed, string wanted) =>
        Judgement.Unless(
            bucket.HasUnknownPolicy() ? null : !bucket.PolicyStatements().Any(statement => LetsPut(statement, isAllowed)),
            $"the policy of {bucket.Name}: got no statement that lets {wanted} put objects, want one",
            $"the policy of {bucket.Name}, which must let {wanted} in,"
        );

    private static IEnumerable<Resource> Policies(this Resource bucket) =>
        bucket.ReferredBy("aws:s3/bucketPolicy:BucketPolicy", "bucket");

    private static bool LetsPut(Statement statement, Func<Principal, bool> isAllowed) =>
        statement.Allows && statement.Covers("s3:PutObject") && statement.Principals.Any(isAllowed);
}
