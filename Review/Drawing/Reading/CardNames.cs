using System.Text;

namespace Review.Drawing.Reading;

/// <summary>Names that cards have, and types that several of their readers ask for.</summary>
internal static class CardNames
{
    /// <summary>The type of container services.</summary>
    public const string Service = "aws:ecs/service:Service";

    /// <summary>The type of task definitions.</summary>
    public const string Task = "aws:ecs/taskDefinition:TaskDefinition";

    /// <summary>The type of clusters.</summary>
    public const string Cluster = "aws:ecs/cluster:Cluster";

    /// <summary>The type of container repositories.</summary>
    public const string Repository = "aws:ecr/repository:Repository";

    /// <summary>The name of a resource without what every name of the stack begins with; the whole where nothing would be left.</summary>
    public static string Below(string system, string name) =>
        name.Length > system.Length + 1 && name.StartsWith(system, StringComparison.Ordinal) && name[system.Length] == '-'
            ? name[(system.Length + 1)..]
            : name;

    /// <summary>A key that any document can hold: other characters than letters, digits and <c>.</c> become <c>-</c>.</summary>
    public static string Key(string kind, string name)
    {
        var key = new StringBuilder(kind.Length + name.Length + 1).Append(kind).Append('.').Append(name);
        for (var at = 0; at < key.Length; at++)
            if (!char.IsAsciiLetterOrDigit(key[at]) && key[at] != '.')
                key[at] = '-';
        return key.ToString();
    }

    /// <summary>The kind of a type in a key: <c>aws:rds/instance:Instance</c> is <c>rds-instance</c>.</summary>
    public static string KindOf(string type)
    {
        var parts = type.Split(':');
        var module = parts.Length > 1 ? parts[1] : parts[0];
        var slash = module.IndexOf('/', StringComparison.Ordinal);
        return $"{(slash < 0 ? module : module[..slash])}-{parts[^1]}".ToLowerInvariant();
    }

    /// <summary><c>SecretVersion</c> as words: <c>Secret version</c>.</summary>
    public static string Spaced(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (var at = 0; at < name.Length; at++)
        {
            var begins = char.IsAsciiLetterUpper(name[at]) && at > 0 && char.IsAsciiLetterLower(name[at - 1]);
            if (begins)
                words.Append(' ');
            words.Append(begins ? char.ToLowerInvariant(name[at]) : name[at]);
        }
        return words.ToString();
    }
}
