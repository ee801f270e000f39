namespace Review.Model.Aws;

/// <summary>Which resources AWS Backup takes, by ARN or by tags.</summary>
internal static class BackupSelections
{
    /// <summary>The type of selections.</summary>
    public const string Selection = "aws:backup/selection:Selection";

    private const string TagKey = "aws:ResourceTag/";

    private static readonly string[] OtherConditions = ["stringLikes", "stringNotEquals", "stringNotLikes"];

    /// <summary>Whether a selection takes a resource; nothing where the plan does not know.</summary>
    /// <param name="selection">The selection.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="arns">How ARNs of the resource's kind begin after region and account, as of <c>rds:db</c>: service and kind.</param>
    public static bool? Takes(Resource selection, Resource resource, string arns)
    {
        if (selection["resources"].IsUnknown || resource["tags"].IsUnknown)
            return null;
        return IsTagged(selection, resource) | (IsNamed(selection, resource, arns) & MeetsConditions(selection, resource));
    }

    private static bool? IsTagged(Resource selection, Resource resource) =>
        selection["selectionTags"]
            .Items.Aggregate((bool?)false, (any, tag) => any | Matches(resource, tag["key"].Text, tag["value"]));

    private static bool? IsNamed(Resource selection, Resource resource, string arns) =>
        selection.Referred("resources").Contains(resource)
        || selection["resources"].Items.Any(item => item.Text is "*" || item.Text is { } text && IsKind(text, arns));

    // arn:aws:rds:*:*:db:* names every one of a kind.
    private static bool IsKind(string pattern, string arns) =>
        pattern.EndsWith(":*", StringComparison.Ordinal)
        && pattern.Split(':') is [_, _, var service, _, _, var kind, ..]
        && arns == $"{service}:{kind}";

    private static bool? MeetsConditions(Resource selection, Resource resource)
    {
        bool? all = selection["conditions"].Items.Any(condition => OtherConditions.Any(other => !condition[other].IsEmpty))
            ? null
            : true;
        foreach (var condition in selection["conditions"].Items)
        foreach (var equal in condition["stringEquals"].Items)
            all &=
                equal["key"].Text is { } key && key.StartsWith(TagKey, StringComparison.Ordinal)
                    ? Matches(resource, key[TagKey.Length..], equal["value"])
                    : null;
        return all;
    }

    private static bool? Matches(Resource resource, string? key, Value value)
    {
        var tag = Tags.Of(resource, key);
        return value.IsUnknown || tag.IsUnknown ? null : tag.Text is { } text && text == value.Text;
    }
}
