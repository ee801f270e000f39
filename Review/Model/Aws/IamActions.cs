using System.Collections.Concurrent;
using Engine.Text;

namespace Review.Model.Aws;

/// <summary>
/// The names of all IAM actions, as AWS's service authorization reference lists them. IAM takes a policy with any name in it, and one that is misspelt grants and
/// refuses nothing. <c>tools/iam-actions</c> writes the list.
/// </summary>
internal static class IamActions
{
    private const string Comment = "# ";

    private static readonly Lazy<Dictionary<string, string>> Services = new(Read);
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>The day of the list, <c>2026-09-26</c>.</summary>
    public static string Day
    {
        get
        {
            using var list = Open();
            return list.ReadLine()![Comment.Length..].Split(' ')[0];
        }
    }

    /// <summary>
    /// Whether a pattern of <c>Action</c> or <c>NotAction</c> matches at least one action. Letter case does not matter, <c>*</c> and <c>?</c> stand for letters of the
    /// name, as in IAM; the service has to be written out.
    /// </summary>
    public static bool Exists(string pattern) => pattern == "*" || Known.GetOrAdd(pattern, Find);

    /// <summary>The action that was meant; nothing where none is near.</summary>
    public static string? Nearest(string pattern)
    {
        var (service, name) = Parts(pattern);
        if (Services.Value.TryGetValue(service, out var names))
            return Suggestion.Nearest(name, names.Split(' ')) is { } action ? $"{service}:{action}" : null;
        return Suggestion.Nearest(service, Services.Value.Keys) is { } near && Exists($"{near}:{name}") ? $"{near}:{name}" : null;
    }

    private static bool Find(string pattern)
    {
        var (service, name) = Parts(pattern);
        if (!Services.Value.TryGetValue(service, out var names))
            return false;
        foreach (var range in names.AsSpan().Split(' '))
            if (Glob.MatchesAsPolicies(name, names.AsSpan()[range]))
                return true;
        return false;
    }

    private static (string Service, string Name) Parts(string pattern)
    {
        var colon = pattern.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (pattern, "") : (pattern[..colon], pattern[(colon + 1)..]);
    }

    // A line is a service and its actions; the names are looked at only where somebody asks.
    private static Dictionary<string, string> Read()
    {
        using var list = Open();
        var services = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (list.ReadLine() is { } line)
            if (!line.StartsWith(Comment, StringComparison.Ordinal))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                services.Add(line[..space], line[(space + 1)..]);
            }
        return services;
    }

    private static StreamReader Open() =>
        new(typeof(IamActions).Assembly.GetManifestResourceStream("Review.Model.Aws.iam-actions.txt")!);
}
