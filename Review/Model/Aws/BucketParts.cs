namespace Review.Model.Aws;

/// <summary>What Pulumi keeps in resources beside a bucket, and who uses the bucket for what.</summary>
internal static class BucketParts
{
    public const string Acl = "aws:s3/bucketAcl:BucketAcl";
    public const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    public const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string Logging = "aws:s3/bucketLogging:BucketLogging";
    public const string Ownership = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public const string PublicAccess = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";

    /// <summary>The first part of a type that is of a bucket; nothing where there is none. AWS keeps one of each.</summary>
    public static Resource? Part(this Resource bucket, string type) => bucket.ReferredBy(type, "bucket").FirstOrDefault();

    /// <summary>The load balancers that write their logs into a bucket.</summary>
    public static IEnumerable<Resource> Balancers(this Resource bucket) =>
        bucket
            .ReferredBy(Tokens.LoadBalancer, "accessLogs")
            .Concat(bucket.ReferredBy(Tokens.LoadBalancer, "connectionLogs"))
            .Distinct();

    /// <summary>Whether a bucket takes in the access logs of other buckets.</summary>
    public static bool TakesAccessLogs(this Resource bucket) => bucket.ReferredBy(Logging, "targetBucket").Any();

    /// <summary>Whether a bucket is there for logs: of load balancers, distributions, networks, trails or other buckets.</summary>
    public static bool TakesLogs(this Resource bucket) =>
        bucket.Balancers().Any()
        || bucket.TakesAccessLogs()
        || bucket.IsAudit()
        || bucket.ReferredBy("aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination").Any()
        || bucket.ReferredBy("aws:cloudfront/distribution:Distribution", "loggingConfig").Any()
        || bucket.ReferredBy("aws:ec2/flowLog:FlowLog").Any()
        || bucket.ReferredBy("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration").Any();

    /// <summary>Whether a bucket keeps what auditors read: trails and the records of AWS Config.</summary>
    public static bool IsAudit(this Resource bucket) =>
        bucket.ReferredBy(Tokens.Trail, "s3BucketName").Any()
        || bucket.ReferredBy("aws:cfg/deliveryChannel:DeliveryChannel", "s3BucketName").Any();
}
