using System.Text.RegularExpressions;

namespace Infra.Data;

/// <summary>What can be known of an RDS instance class from its name.</summary>
internal static partial class DatabaseInstance
{
    /// <summary>Whether the name can be that of a class. Only burstable classes are smaller than <c>large</c>.</summary>
    public static bool IsClass(string name) =>
        Form().Match(name) is { Success: true } match
        && (IsBurstable(name) || !(match.Groups["size"].Value is "micro" or "small" or "medium"));

    /// <summary>Whether it works on CPU credits.</summary>
    public static bool IsBurstable(string name) => name.StartsWith("db.t", StringComparison.Ordinal);

    [GeneratedRegex(@"^db\.[a-z][a-z0-9]+\.(?<size>micro|small|medium|large|\d*xlarge)$")]
    private static partial Regex Form();
}
