using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Security;

/// <summary>What a <see cref="JsonSecret"/> needs.</summary>
internal sealed partial record JsonSecretArgs
{
    /// <summary>The stack; nobody outside of its account may touch the secret.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The secret's role, the last part of its name.</summary>
    public required string Role { get; init; }

    /// <summary>
    /// The whole name, where a system's source gives it another form. Default: the prefix of the stack, a slash and the role. A name that
    /// ends in a hyphen and six characters, as AWS makes ARNs end, is refused: a shorter name could be taken for it.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>What is in it, for people.</summary>
    public required string Description { get; init; }

    /// <summary>The key that encrypts it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The values by key. Which keys there are is plain, so that references to them can be checked.</summary>
    public required ImmutableSortedDictionary<string, Input<string>> Values { get; init; }

    /// <summary>
    /// Whether nothing may be in it yet, because people bring the values later and nobody reads a key that is not there. Default: false.
    /// </summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Days in which a deleted secret can be rescued. Default: 30, the most there is; 0 deletes at once and frees the name.</summary>
    public int RecoveryDays { get; init; } = 30;

    /// <summary>Default: true. Refuses deletion.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (RecoveryDays is not (0 or (>= 7 and <= 30)))
            yield return new(
                "recoveryDays",
                RecoveryDays,
                "0 or 7 to 30",
                "AWS keeps a deleted secret a week at least, or not at all"
            );
        if (Name is { } name && SuffixOfArn().IsMatch(name))
            yield return new(
                "name",
                name,
                "a name that ends otherwise than in a hyphen and six characters",
                "so end the ARNs that AWS makes of names; choose a longer or shorter last word"
            );
        if (Values.IsEmpty && !MayBeEmpty)
            yield return new("values", "an empty map", "one or more keys", "a task that reads a missing key does not start");
    }

    [GeneratedRegex("-[A-Za-z0-9]{6}$")]
    private static partial Regex SuffixOfArn();
}
