using System.Text.Json;
using Engine.Providers.Aws.Policies;
using Engine.Values;

namespace Engine.Providers.Aws;

/// <summary>The functions of the AWS provider that need no cloud, once account, region and zones are given.</summary>
internal sealed class AwsFunctions(AwsFacts facts)
{
    /// <summary>What the function answers; nothing when that takes the cloud.</summary>
    /// <exception cref="FunctionException">The arguments make no sense.</exception>
    public ObjectValue? Answer(FunctionCall call) =>
        call.Token switch
        {
            "aws:index/getCallerIdentity:getCallerIdentity" => CallerIdentity(call),
            "aws:index/getRegion:getRegion" => GetRegion(call),
            "aws:index/getPartition:getPartition" => GetPartition(call),
            "aws:index/getAvailabilityZones:getAvailabilityZones" => AvailabilityZones(call),
            "aws:index/getDefaultTags:getDefaultTags" => DefaultTags(call),
            "aws:elb/getServiceAccount:getServiceAccount" => ServiceAccount(call),
            "aws:iam/getPolicyDocument:getPolicyDocument" => PolicyFunction.Answer(call.Arguments),
            _ => null,
        };

    private ObjectValue? CallerIdentity(FunctionCall call)
    {
        if (facts.Region(call.Provider) is not { } region)
            return null;
        var account = facts.Account(call.Provider);
        return Result(
            call,
            ("accountId", account),
            ("arn", $"arn:{region.Partition}:iam::{account}:root"),
            ("id", account),
            ("userId", account)
        );
    }

    private ObjectValue? GetRegion(FunctionCall call)
    {
        if (Region(call, call.Text("region") ?? call.Text("name")) is not { } region)
            return null;
        return Result(
            call,
            ("description", region.Place),
            ("endpoint", $"ec2.{region.Name}.{region.DnsSuffix}"),
            ("id", region.Name),
            ("name", region.Name),
            ("region", region.Name)
        );
    }

    private ObjectValue? GetPartition(FunctionCall call) =>
        facts.Region(call.Provider) is { } region
            ? Result(
                call,
                ("dnsSuffix", region.DnsSuffix),
                ("id", region.Partition),
                ("partition", region.Partition),
                ("reverseDnsPrefix", region.ReverseDnsPrefix)
            )
            : null;

    private ObjectValue? AvailabilityZones(FunctionCall call)
    {
        if (Region(call, call.Text("region")) is not { } region)
            return null;
        var (without, withoutIds) = (call.Texts("excludeNames").ToHashSet(), call.Texts("excludeZoneIds").ToHashSet());
        var prefix = region.ZoneIdPrefix();
        var zones = facts
            .Zones(region)
            .Order(StringComparer.Ordinal)
            .Select(zone => (Name: zone, Id: $"{prefix}-az{zone[^1] - 'a' + 1}"))
            .Where(zone => !without.Contains(zone.Name) && !withoutIds.Contains(zone.Id))
            .ToList();
        return Result(call, ("id", region.Name), ("region", region.Name))
            .With("names", Texts(zones.Select(zone => zone.Name)))
            .With("zoneIds", Texts(zones.Select(zone => zone.Id)))
            .With("groupNames", Texts([region.Name]));
    }

    private static ObjectValue? DefaultTags(FunctionCall call)
    {
        var setting = call.Provider.State.Inputs["defaultTags"]?.Unwrap();
        if (setting is UnknownValue)
            return null;
        var tags = ObjectValue.Empty;
        if (setting is StringValue { Value: var json })
            try
            {
                using var document = JsonDocument.Parse(json);
                if (
                    document.RootElement.ValueKind == JsonValueKind.Object
                    && document.RootElement.TryGetProperty("tags", out var map)
                )
                    foreach (var tag in map.EnumerateObject())
                        if (tag.Value.GetString() is not { } value || Signatures.IsUnknown(value))
                            return null;
                        else
                            tags = tags.With(tag.Name, new StringValue(value));
            }
            catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
            {
                // The provider's own check reports it; a tag that is no plain text is not known here.
                return null;
            }
        return Result(call, ("id", "id")).With("tags", tags);
    }

    private ObjectValue? ServiceAccount(FunctionCall call) =>
        Region(call, call.Text("region")) is { LoadBalancerAccount: { } account } region
            ? Result(call, ("arn", $"arn:{region.Partition}:iam::{account}:root"), ("id", account), ("region", region.Name))
            : null;

    private AwsRegion? Region(FunctionCall call, string? named) =>
        named is null ? facts.Region(call.Provider) : AwsRegion.Of(named);

    /// <summary>The arguments, as the provider repeats them, and the answer.</summary>
    private static ObjectValue Result(FunctionCall call, params ReadOnlySpan<(string Name, string Value)> answer)
    {
        var result = call.Arguments;
        foreach (var (name, value) in answer)
            result = result.With(name, new StringValue(value));
        return result;
    }

    private static ArrayValue Texts(IEnumerable<string> texts) => new([.. texts.Select(text => new StringValue(text))]);
}
