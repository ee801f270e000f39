using Engine.Values;

namespace Review.Model.Aws;

/// <summary>What distributions ask, and which of their behaviours ask it.</summary>
internal static class CdnOrigins
{
    /// <summary>The behaviours of a distribution, the default one first.</summary>
    public static IEnumerable<Value> Behaviours(this Resource distribution) =>
        Parts(distribution["orderedCacheBehaviors"]).Prepend(distribution["defaultCacheBehavior"]);

    /// <summary>How a message names a behaviour.</summary>
    public static string Named(Value behaviour) =>
        behaviour["pathPattern"].Text is { } path ? $"behaviour {path}" : "the default behaviour";

    /// <summary>The origins of a distribution.</summary>
    public static IEnumerable<Value> Origins(this Resource distribution) => Parts(distribution["origins"]);

    // A list of which nothing is known counts as one item of which nothing is known.
    private static IEnumerable<Value> Parts(Value list) => list.Bare is UnknownValue ? [list] : list.Items;

    /// <summary>How a message names an origin.</summary>
    public static string Origin(Value origin) => $"origin {origin["originId"].Text}";

    /// <summary>Whether an origin is a bucket, by the form of its host or because it is read with an access control.</summary>
    public static bool IsBucket(Value origin) =>
        !origin["s3OriginConfig"].IsMissing
        || origin["customOriginConfig"].IsMissing && origin["vpcOriginConfig"].IsMissing
        || BucketName(origin) is not null;

    /// <summary>The bucket of an origin, by its host <c>name.s3.region.amazonaws.com</c>; nothing where it has another form.</summary>
    public static string? BucketName(Value origin) =>
        origin["domainName"].Text is { } host
        && host.IndexOf(".s3", StringComparison.Ordinal) is > 0 and var dot
        && host.EndsWith(".amazonaws.com", StringComparison.Ordinal)
        && !host.Contains(".s3-website", StringComparison.Ordinal)
            ? host[..dot]
            : null;

    /// <summary>The buckets of the stack that an origin is.</summary>
    public static IEnumerable<Resource> Buckets(Resource distribution, Value origin) =>
        distribution
            .Stack.References.In(BucketName(origin) ?? origin["domainName"].Text ?? "")
            .Where(target => target.Type == ServiceWrites.Bucket);

    /// <summary>The origins that a behaviour asks: one, or all of a group.</summary>
    public static IEnumerable<Value> Asked(Resource distribution, Value behaviour)
    {
        var target = behaviour["targetOriginId"].Text;
        var group = Groups(distribution, target)
            .SelectMany(group => group["members"].Items)
            .Select(member => member["originId"].Text)
            .ToHashSet();
        return distribution.Origins().Where(origin => origin["originId"].Text is { } id && (id == target || group.Contains(id)));
    }

    /// <summary>The groups of origins of this id.</summary>
    public static IEnumerable<Value> Groups(Resource distribution, string? id) =>
        distribution["originGroups"].Items.Where(group => id is not null && group["originId"].Text == id);
}
