using Engine.Values;

namespace Review.Changes.Broadening;

/// <summary>Switches that open a resource to more people than before.</summary>
internal static class OpenedSwitches
{
    // Type, property, and the value that is open.
    private static readonly (string Type, string Property, bool Open)[] Switches =
    [
        ("aws:rds/instance:Instance", "publiclyAccessible", true),
        ("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "blockPublicAcls", false),
        ("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "blockPublicPolicy", false),
        ("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "ignorePublicAcls", false),
        ("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "restrictPublicBuckets", false),
    ];

    /// <summary>Those that a change of a resource opens. What is left out is false.</summary>
    public static IEnumerable<(string Path, string What)> Of(string type, ObjectValue old, ObjectValue now) =>
        from it in Switches
        where it.Type == type && IsOn(old[it.Property]) != it.Open && IsOn(now[it.Property]) == it.Open
        select (it.Property, it.Open ? "switched on" : "switched off");

    private static bool? IsOn(PropertyValue? value) =>
        value switch
        {
            null or NullValue => false,
            BoolValue { Value: var on } => on,
            StringValue { Value: "true" or "false" } text => text.Value == "true",
            _ => null,
        };
}
