using System.Collections.Immutable;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>Settings of the tags.</summary>
internal sealed record TagSettings
{
    private const string Form = "up to 256 letters, digits, spaces and _ . : / = + - @";
    private const string Pattern = @"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$";

    [Setting("Who to ask about the system.", Form = Form, Pattern = Pattern)]
    public string Owner { get; init; } = "identity-team";

    [Setting("Who pays for it.", Form = Form, Pattern = Pattern)]
    public string CostCenter { get; init; } = "identity";

    [Setting("Further tags, for example what an organisation's tag policy asks for.", Form = Form, Pattern = Pattern)]
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>All tags of a stack.</summary>
    public ImmutableSortedDictionary<string, string> For(StackContext context) =>
        StackTags.For(context, Owner, CostCenter, Extra);

    /// <summary>What the bounds alone cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var key in Extra.Keys)
        {
            if (StackTags.Own.Contains(key, StringComparer.OrdinalIgnoreCase))
                yield return new(
                    $"extra.{key}",
                    "a tag that the program sets itself",
                    $"a key other than {Spelling.List(StackTags.Own, "and")}",
                    "remove it"
                );
            else if (key.Length > 128 || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                yield return new(
                    $"extra.{key}",
                    $"a key of {key.Length} characters",
                    "up to 128, not beginning with aws:",
                    "AWS keeps the prefix aws: to itself"
                );
        }
    }
}
