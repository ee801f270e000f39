using Engine.Planning;
using Engine.Values;

namespace Review.Changes;

/// <summary>Finds the value that a path of a detailed diff names.</summary>
public static class PropertyLookup
{
    /// <summary>The value at a path, or nothing. What lies inside a secret is secret, what lies inside an unknown is unknown.</summary>
    public static PropertyValue? At(this ObjectValue? root, string path)
    {
        if (PropertyPaths.Parse(path) is not { } elements)
            return root?[path];
        PropertyValue? value = root;
        foreach (var element in elements)
        {
            if (value is SecretValue or UnknownValue)
                return value;
            value = value switch
            {
                ObjectValue map when element.Key is { } key => map[key],
                ArrayValue { Items: var items } when element.Index is { } index && index < items.Length => items[index],
                _ => null,
            };
        }
        return value;
    }
}
