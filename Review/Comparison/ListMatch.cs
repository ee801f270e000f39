using System.Collections.Immutable;
using Engine.Values;

namespace Review.Comparison;

/// <summary>Which items of two lists belong together.</summary>
internal static class ListMatch
{
    // By what people tell the items of a list of maps apart, the most telling first.
    private static readonly ImmutableArray<string> Identities =
    [
        "name",
        "Name",
        "Sid",
        "sid",
        "id",
        "key",
        "ruleName",
        "containerName",
        "domainName",
        "metricName",
        "attributeName",
        "capacityProvider",
        "priority",
        "containerPath",
        "deviceName",
    ];

    // What is a sequence rather than a set.
    private static readonly ImmutableHashSet<string> Ordered = ["command", "entryPoint", "Fn::Join"];

    /// <summary>Whether the order of the items of a list with this key has a meaning.</summary>
    public static bool IsOrdered(string key) => Ordered.Contains(key);

    /// <summary>
    /// The member that names the items of both lists: every item is a map that has it, and no two of a side share its value. Nothing where there
    /// is no such member.
    /// </summary>
    public static string? Identity(
        ImmutableArray<PropertyValue> of,
        OwnNames left,
        ImmutableArray<PropertyValue> and,
        OwnNames right
    ) => Identities.FirstOrDefault(key => Names(of, key, left) && Names(and, key, right));

    /// <summary>The name of an item.</summary>
    public static string NameOf(PropertyValue item, string identity) =>
        ((ObjectValue)item)[identity] switch
        {
            StringValue { Value: var text } => text,
            NumberValue { Value: var number } => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            _ => "",
        };

    // A secret names nothing: names stand in paths.
    private static bool Names(ImmutableArray<PropertyValue> items, string key, OwnNames names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return items.All(item =>
            item is ObjectValue map && map[key] is StringValue or NumberValue && seen.Add(names.Without(NameOf(item, key)))
        );
    }

    /// <summary>The items of each list that the other has not, each as often as it is missing.</summary>
    public static (List<PropertyValue> Left, List<PropertyValue> Right) Without(
        ImmutableArray<PropertyValue> left,
        ImmutableArray<PropertyValue> right,
        Func<PropertyValue, string> ofLeft,
        Func<PropertyValue, string> ofRight
    )
    {
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in right)
            open[ofRight(item)] = open.GetValueOrDefault(ofRight(item)) + 1;
        var onlyLeft = left.Where(item => !Take(open, ofLeft(item))).ToList();
        // What is still open was not taken by anybody on the left.
        var onlyRight = right.Where(item => Take(open, ofRight(item))).ToList();
        return (onlyLeft, onlyRight);
    }

    private static bool Take(Dictionary<string, int> open, string item)
    {
        if (open.GetValueOrDefault(item) == 0)
            return false;
        open[item]--;
        return true;
    }
}
