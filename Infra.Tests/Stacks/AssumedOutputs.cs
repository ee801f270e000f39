using System.Collections.Immutable;
using Engine.Model;
using Engine.Values;

namespace Infra.Tests.Stacks;

/// <summary>
/// Stands in for what AWS would make up: an output of a resource is written as <c>&lt;resource.output&gt;</c>. So a plan shows which output
/// goes where, also inside container definitions and policies, and tests can follow it.
/// </summary>
internal static class AssumedOutputs
{
    // What the program reads of resources and AWS computes. Anything else stays unknown, as in a real preview.
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

    /// <summary>What to assume; nothing leaves it unknown.</summary>
    public static PropertyValue? Of(ResourceState state, string output) =>
        output switch
        {
            "masterUserSecrets" => List(("secretArn", Text(state, "masterUserSecret.arn"))),
            "domainValidationOptions" => new ArrayValue([.. Hosts(state).Select(host => Validation(state, host))]),
            "dkimSigningAttributes" => Map(("tokens", Three(state, "dkimToken"))),
            "latestVersion" => new NumberValue(1),
            _ => Texts.Contains(output) ? Text(state, output) : null,
        };

    /// <summary>How an output is written.</summary>
    public static string Reference(string resource, string output) => $"<{resource}.{output}>";

    private static StringValue Text(ResourceState state, string output) => new(Reference(state.Name, output));

    // A certificate is proved once for each of its names.
    private static IEnumerable<PropertyValue> Hosts(ResourceState state) =>
        [state.Inputs["domainName"]!, .. (state.Inputs["subjectAlternativeNames"] as ArrayValue)?.Items ?? []];

    private static ObjectValue Validation(ResourceState state, PropertyValue host) =>
        Map(
            ("domainName", host),
            ("resourceRecordName", Text(state, "recordName")),
            ("resourceRecordType", new StringValue("CNAME")),
            ("resourceRecordValue", Text(state, "recordValue"))
        );

    private static ArrayValue Three(ResourceState state, string output) =>
        new([.. Enumerable.Range(1, 3).Select(number => (PropertyValue)Text(state, $"{output}{number}"))]);

    private static ArrayValue List(params (string Key, PropertyValue Value)[] properties) => new([Map(properties)]);

    private static ObjectValue Map(params (string Key, PropertyValue Value)[] properties) =>
        new(properties.ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));
}
