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
        "defaultNetworkAclId",
        "defaultRouteTableId",
        "dnsName",
        "fqdn",
        "keyId",
        "primaryEndpointAddress",
        "readerEndpointAddress",
        "result",
        "zoneId",
    ];

    /// <summary>What to assume; nothing leaves it unknown.</summary>
    public static PropertyValue? Of(ResourceState state, string output) =>
        output switch
        {
            "masterUserSecrets" => List(("secretArn", Text(state, "masterUserSecret.arn"))),
            "domainValidationOptions" => List(
                ("domainName", state.Inputs["domainName"]!),
                ("resourceRecordName", Text(state, "recordName")),
                ("resourceRecordType", new StringValue("CNAME")),
                ("resourceRecordValue", Text(state, "recordValue"))
            ),
            _ => Texts.Contains(output) ? Text(state, output) : null,
        };

    /// <summary>How an output is written.</summary>
    public static string Reference(string resource, string output) => $"<{resource}.{output}>";

    private static StringValue Text(ResourceState state, string output) => new(Reference(state.Name, output));

    private static ArrayValue List(params (string Key, PropertyValue Value)[] properties) =>
        new([new ObjectValue(properties.ToImmutableSortedDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal))]);
}
