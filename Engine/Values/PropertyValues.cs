namespace Engine.Values;

/// <summary>Questions one asks of any value.</summary>
public static class PropertyValues
{
    /// <summary>Whether anything in it is unknown, at any depth, secrets included. A reference to a resource is known even while its id is not.</summary>
    public static bool ContainsUnknowns(this PropertyValue value) =>
        value switch
        {
            UnknownValue => true,
            SecretValue secret => secret.Inner.ContainsUnknowns(),
            ArrayValue array => AnyUnknown(array),
            ObjectValue map => AnyUnknown(map),
            ArchiveValue { Members: { } members } => AnyUnknown(members),
            _ => false,
        };

    /// <summary>Whether anything in it is secret, at any depth.</summary>
    public static bool ContainsSecrets(this PropertyValue value) =>
        value switch
        {
            SecretValue => true,
            ArrayValue array => array.Items.Any(ContainsSecrets),
            ObjectValue map => map.Properties.Any(property => property.Value.ContainsSecrets()),
            ArchiveValue { Members: { } members } => members.ContainsSecrets(),
            _ => false,
        };

    /// <summary>The value itself, out of the secret that may wrap it.</summary>
    public static PropertyValue Unwrap(this PropertyValue value) => value is SecretValue secret ? secret.Inner : value;

    /// <summary>The text, when it is one, secret or not.</summary>
    public static string? AsText(this PropertyValue? value) => (value?.Unwrap() as StringValue)?.Value;

    private static bool AnyUnknown(ArrayValue array)
    {
        foreach (var item in array.Items)
            if (item.ContainsUnknowns())
                return true;
        return false;
    }

    private static bool AnyUnknown(ObjectValue map)
    {
        foreach (var (_, item) in map.Properties)
            if (item.ContainsUnknowns())
                return true;
        return false;
    }
}
