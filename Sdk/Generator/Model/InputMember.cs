namespace Generator.Model;

/// <summary>
/// A property of an arguments class. With a backing field, <paramref name="BackingType"/> is the field's type and
/// <paramref name="Type"/> the property's.
/// </summary>
internal sealed record InputMember(
    string Wire,
    string Name,
    string Type,
    string? BackingType,
    bool IsCollection,
    bool Required,
    bool Json,
    string? Initializer,
    string? SecretSeed,
    string? Default,
    string? Obsolete
);
