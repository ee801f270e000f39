using Engine.Text;
using Engine.Values;

namespace Engine.Planning;

/// <summary>Whether two values without members are the same to a provider.</summary>
internal static class Scalars
{
    public static bool Same(PropertyValue old, PropertyValue now) =>
        (old, now) switch
        {
            (AssetValue left, AssetValue right) => Same(left, right),
            (ArchiveValue left, ArchiveValue right) => Same(left, right),
            (ResourceReferenceValue left, ResourceReferenceValue right) => left.Urn == right.Urn
                && (left.Id is null) == (right.Id is null),
            (StringValue text, NumberValue or BoolValue) => text.Value == Text(now),
            (NumberValue or BoolValue, StringValue text) => text.Value == Text(old),
            _ => old.Equals(now),
        };

    // The hash tells most; a program seldom sends one.
    private static bool Same(AssetValue old, AssetValue now) =>
        old.Hash is { Length: > 0 } before && now.Hash is { Length: > 0 } after
            ? before == after
            : old.Source == now.Source && old.Value == now.Value;

    private static bool Same(ArchiveValue old, ArchiveValue now)
    {
        if (old.Hash is { Length: > 0 } before && now.Hash is { Length: > 0 } after)
            return before == after;
        if (old.Members is { } left && now.Members is { } right)
            return left.Properties.Count == right.Properties.Count
                && left.Properties.All(member => right[member.Key] is { } other && Same(member.Value, other));
        return old.Source == now.Source && old.Value == now.Value && old.Members is null && now.Members is null;
    }

    private static string? Text(PropertyValue value) =>
        value switch
        {
            NumberValue number when double.IsFinite(number.Value) => PulumiNumbers.Text(number.Value),
            BoolValue truth => truth.Value ? "true" : "false",
            _ => null,
        };
}
