using System.Collections.Immutable;
using Engine.Model;
using Engine.Values;

namespace Review.Model;

/// <summary>
/// What a review lets the engine answer in the place of outputs that AWS makes up; see <see cref="Reference"/>. Only texts have a stand-in, and the few
/// lists that programs look into: other outputs stay unknown, and rules about them say so.
/// </summary>
public static class StandIns
{
    // What programs read of resources and AWS computes. Anything else stays unknown, as in a real preview.
    private static readonly ImmutableHashSet<string> Texts =
    [
        "id",
        "address",
        "allocationId",
        "arn",
        "arnSuffix",
        "certificateArn",
        "clientSecret",
        "cloudfrontDistribution",
        "cloudfrontDistributionZoneId",
        "defaultNetworkAclId",
        "defaultRouteTableId",
        "dnsName",
        "domainName",
        "endpoint",
        "executionArn",
        "fqdn",
        "hostedZoneId",
        "invokeArn",
        "keyId",
        "primaryEndpointAddress",
        "readerEndpointAddress",
        "regionalDomainName",
        "regionalZoneId",
        "resourceId",
        "result",
        "rootResourceId",
        "streamArn",
        "version",
        "zoneId",
    ];

    /// <summary>The stand-in for an output; nothing leaves it unknown. For <see cref="Engine.Previewing.PreviewOptions.Assume"/>.</summary>
    public static PropertyValue? Of(ResourceState state, string output) => Of(state, output, Written);

    /// <summary>The same with another way to write it, from resource and output.</summary>
    public static PropertyValue? Of(ResourceState state, string output, Func<ResourceState, string, string> write)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(write);
        return output switch
        {
            "masterUserSecrets" => new ArrayValue([Map(("secretArn", Text("masterUserSecret.arn")))]),
            "domainValidationOptions" => new ArrayValue([.. Hosts(state).Select(Validation)]),
            "dkimSigningAttributes" => Map(("tokens", new ArrayValue([.. DkimTokens.Select(Text)]))),
            "latestVersion" => new NumberValue(1),
            _ => Texts.Contains(output) ? Text(output) : null,
        };

        PropertyValue Text(string name) => new StringValue(write(state, name));

        PropertyValue Validation(PropertyValue host) =>
            Map(
                ("domainName", host),
                ("resourceRecordName", Text("recordName")),
                ("resourceRecordType", new StringValue("CNAME")),
                ("resourceRecordValue", Text("recordValue"))
            );
    }

    private static readonly ImmutableArray<string> DkimTokens = ["dkimToken1", "dkimToken2", "dkimToken3"];

    private static string Written(ResourceState state, string output) => Reference.To(state, output).ToString();

    // A certificate is proved once for each of its names.
    private static IEnumerable<PropertyValue> Hosts(ResourceState state) =>
        [
            state.Inputs["domainName"] ?? UnknownValue.Instance,
            .. (state.Inputs["subjectAlternativeNames"] as ArrayValue)?.Items ?? [],
        ];

    private static ObjectValue Map(params (string Key, PropertyValue Value)[] properties) =>
        new(properties.ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
}
