using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>
/// One attribute of a user. It is for ever: Cognito lets attributes be added to a pool, and none be changed or removed. A name that OpenID
/// Connect does not know makes a custom attribute, in tokens <c>custom:…</c>.
/// </summary>
/// <param name="Name">For example <c>given_name</c> or <c>organizationId</c>, without <c>custom:</c>.</param>
internal sealed record PoolAttribute(string Name)
{
    private const int LongestCustomName = 20;
    private const int LongestText = 2048;

    /// <summary>The attributes that every pool knows and this one may require.</summary>
    public static readonly ImmutableSortedSet<string> Standard = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "address",
        "birthdate",
        "email",
        "family_name",
        "gender",
        "given_name",
        "locale",
        "middle_name",
        "name",
        "nickname",
        "phone_number",
        "picture",
        "preferred_username",
        "profile",
        "website",
        "zoneinfo"
    );

    /// <summary>Default: a text.</summary>
    public PoolAttributeType Type { get; init; } = PoolAttributeType.String;

    /// <summary>Whether nobody signs up without it; only standard attributes may be. Default: false.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it can be changed once it has a value. Default: true.</summary>
    public bool Mutable { get; init; } = true;

    /// <summary>
    /// Whether users may set it themselves, through any application. Default: true. Off, it is what the API decides by, such as the organisation
    /// somebody belongs to, and only administrators set it.
    /// </summary>
    public bool SetByUsers { get; init; } = true;

    /// <summary>The shortest text. Default: 0, which Cognito says of a text too when nothing is said.</summary>
    public int MinLength { get; init; }

    /// <summary>The longest text. Default: 2048, which is also the longest possible.</summary>
    public int MaxLength { get; init; } = LongestText;

    /// <summary>Whether only this pool knows it.</summary>
    public bool IsCustom => !Standard.Contains(Name);

    /// <summary>What applications and tokens call it.</summary>
    public string FullName => IsCustom ? $"custom:{Name}" : Name;

    /// <summary>What Cognito refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Name.StartsWith("custom:", StringComparison.Ordinal) || Name.StartsWith("dev:", StringComparison.Ordinal))
            yield return new("name", Name, "a name without prefix", "Cognito puts custom: in front itself");
        else if (Name is "" or "sub" || IsCustom && Name.Length > LongestCustomName)
            yield return new(
                "name",
                Name,
                $"a name of 1 to {LongestCustomName} characters other than sub",
                "Cognito takes no other"
            );
        if (IsCustom && Required)
            yield return new(
                "required",
                Required,
                "false for a custom attribute",
                "Cognito asks nobody for attributes of our own"
            );
        if (Required && !SetByUsers)
            yield return new(
                "setByUsers",
                SetByUsers,
                "true for a required attribute",
                "nobody could sign up without setting it"
            );
        if (!IsCustom && Type != PoolAttributeType.String)
            yield return new("type", Type, "String for a standard attribute", "OpenID Connect says what it holds");
        if (MinLength < 0 || MaxLength > LongestText || MinLength > MaxLength)
            yield return new(
                "maxLength",
                $"{MinLength} to {MaxLength}",
                $"lengths within 0 to {LongestText}",
                "Cognito stores no more"
            );
    }
}
