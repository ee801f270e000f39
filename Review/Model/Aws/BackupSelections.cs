using System.Collections.Immutable;

namespace Review.Model.Aws;

/// <summary>Which resources AWS Backup takes, by ARN or by tags.</summary>
internal static class BackupSelections
{
    /// <summary>The type of selections.</summary>
    public const string Selection = "aws:backup/selection:Selection";

    private const string TagKey = "aws:ResourceTag/";

    /// <summary>What AWS Backup can copy, of what the stacks use, and how ARNs of it begin after region and account: service and kind.</summary>
    public static readonly ImmutableDictionary<string, string> Kinds = ImmutableDictionary
        .Create<string, string>(StringComparer.Ordinal)
        .Add("aws:rds/instance:Instance", "rds:db")
        .Add("aws:rds/cluster:Cluster", "rds:cluster")
        .Add(Tokens.Table, "dynamodb:table")
        .Add(Tokens.Bucket, "s3:")
        .Add("aws:efs/fileSystem:FileSystem", "elasticfilesystem:file-system")
        .Add("aws:ebs/volume:Volume", "ec2:volume");

    private static readonly string[] OtherConditions = ["stringLikes", "stringNotEquals", "stringNotLikes"];

    /// <summary>Whether a selection takes a resource; nothing where the plan does not know.</summary>
    /// <param name="selection">The selection.</param>
    /// <param name="resource">The resource.</param>
    public static bool? Takes(Resource selection, Resource resource)
    {
        var arns = Kinds.GetValueOrDefault(resource.Type, "");
        if (selection["resources"].IsUnknown || resource["tags"].IsUnknown)
            return null;
        return IsTagged(selection, resource) | (IsNamed(selection, resource, arns) & MeetsConditions(selection, resource));
    }

    /// <summary>Whether some selection of the stack takes a resource; nothing where the plan does not know.</summary>
    public static bool? Take(Resource resource) =>
        resource.Stack.All(Selection).Aggregate((bool?)false, (any, selection) => any | Takes(selection, resource));

    private static bool? IsTagged(Resource selection, Resource resource) =>
        selection["selectionTags"]
            .Items.Aggregate((bool?)false, (any, tag) => any | Matches(resource, tag["key"].Text, tag["value"]));

    private static bool? IsNamed(Resource selection, Resource resource, string arns) =>
        selection.Referred("resources").Contains(resource)
        || selection["resources"].Items.Any(item => item.Text is "*" || item.Text is { } text && IsKind(text, arns));

    // arn:aws:rds:*:*:db:* names every one of a kind.
    private static bool IsKind(string pattern, string arns) =>
        (pattern.EndsWith(":*", StringComparison.Ordinal) || pattern.EndsWith("/*", StringComparison.Ordinal))
        && pattern.Split(':', '/') is [_, _, var service, _, _, var kind, ..]
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
