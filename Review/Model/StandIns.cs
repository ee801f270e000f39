using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
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
                ("resourceRecordType", Text("recordType")),
                ("resourceRecordValue", Text("recordValue"))
            );
    }

    /// <summary>Whose outputs the stand-ins in a text are. For <see cref="PlannerOptions.Origins"/>.</summary>
    public static IEnumerable<(string Type, string Name)> Origins(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Reference.IsIn(text) ? Reference.In(text).Select(reference => (reference.Type, reference.Name)) : [];
    }

    /// <summary>A text as people read it: <c>&lt;name.output&gt;</c> in place of each stand-in.</summary>
    public static string Readable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Model.Readable.Of(text);
    }

    /// <summary>The plan as it would be without stand-ins: what was made of one is unknown. For documents in Pulumi's own forms.</summary>
    public static Plan Forget(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan with
        {
            Steps = [.. plan.Steps.Select(step => step with { Old = Forget(step.Old), New = Forget(step.New) })],
            Outputs = (ObjectValue)Forget(plan.Outputs),
        };
    }

    private static ResourceState? Forget(ResourceState? state) =>
        state is null
            ? null
            : state with
            {
                Id = state.Id is { } id && Reference.IsIn(id) ? null : state.Id,
                Provider = state.Provider is { } provider ? Forget(provider) : null,
                Inputs = (ObjectValue)Forget(state.Inputs),
                Outputs = (ObjectValue)Forget(state.Outputs),
            };

    // The reference to a provider that is not there yet ends in the mark of the unknown.
    private static string Forget(string provider)
    {
        var id = provider.LastIndexOf("::", StringComparison.Ordinal);
        return id >= 0 && Reference.IsIn(provider[id..]) ? $"{provider[..id]}::{Signatures.Unknown}" : provider;
    }

    private static PropertyValue Forget(PropertyValue value) =>
        value switch
        {
            StringValue { Value: var text } when Reference.IsIn(text) => UnknownValue.Instance,
            SecretValue { Inner: var inner } secret => Forget(inner) switch
            {
                // Programs say of what they do not know that they do not know it, secret or not.
                UnknownValue when inner is not UnknownValue => UnknownValue.Instance,
                var bare => ReferenceEquals(bare, inner) ? secret : new SecretValue(bare),
            },
            ArrayValue { Items: var items } => new ArrayValue([.. items.Select(Forget)]),
            ObjectValue { Properties: var members } => new ObjectValue(
                members.ToImmutableSortedDictionary(member => member.Key, member => Forget(member.Value), StringComparer.Ordinal)
            ),
            _ => value,
        };

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
