using Engine.Values;

namespace Review.Changes;

/// <summary>By what people know the elements of a list: the statement by its Sid, the container and its variables by their names.</summary>
internal static class ElementNames
{
    private static readonly string[] Keys = ["Sid", "name", "Name", "originId", "id", "key", "attributeName", "containerPath"];

    /// <summary>The member that tells all elements of both lists apart; nothing where there is none.</summary>
    public static string? Key(IReadOnlyCollection<PropertyValue> old, IReadOnlyCollection<PropertyValue> now) =>
        old.Count + now.Count == 0 ? null : Keys.FirstOrDefault(key => Tells(old, key) && Tells(now, key));

    /// <summary>The name of an element by that member.</summary>
    public static string Of(PropertyValue element, string key) => (element as ObjectValue)?[key].AsText() ?? "";

    /// <summary>An element that is nothing but a name and one value, as that value: a variable, a tag.</summary>
    public static PropertyValue Plain(PropertyValue element, string key) =>
        element is ObjectValue { Properties: { Count: 2 } members } && members.ContainsKey(key)
            ? members.First(member => member.Key != key).Value
            : element;

    private static bool Tells(IReadOnlyCollection<PropertyValue> elements, string key) =>
        elements.All(element => Of(element, key).Length > 0)
        && elements.Select(element => Of(element, key)).Distinct(StringComparer.Ordinal).Count() == elements.Count;
}
