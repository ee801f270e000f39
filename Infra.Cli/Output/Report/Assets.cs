using System.Security.Cryptography;
using System.Text;

namespace Infra.Cli.Output.Report;

/// <summary>Styles and scripts of the page, and the policy under which a browser runs these and nothing else.</summary>
internal static class Assets
{
    // In the order in which they build upon each other.
    private static readonly string[] Styles =
    [
        "base.css",
        "layout.css",
        "tree.css",
        "tables.css",
        "chart.css",
        "picture.css",
        "print.css",
    ];

    private static readonly string[] Scripts =
    [
        "page.js",
        "theme.js",
        "tree.js",
        "keys.js",
        "panel.js",
        "search.js",
        "tables.js",
        "picture.js",
        "print.js",
        "start.js",
    ];

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = string.Concat(Styles.Select(Read));

    /// <summary>The script before anything is drawn: it keeps the page from flashing in the other theme.</summary>
    public static string Early { get; } = Read("early.js");

    /// <summary>The script behind the page. Its files share one scope, which nothing outside can see.</summary>
    public static string Script { get; } = $"(() => {{\n\"use strict\";\n{string.Concat(Scripts.Select(Read))}}})();\n";

    /// <summary>The content security policy: only these very texts count as style and script, and no request of any kind is allowed.</summary>
    /// <param name="drawing">The style sheet of the drawing. Default: there is none.</param>
    public static string Policy(string? drawing) =>
        $"default-src 'none'; style-src {Hash(Style)}{(drawing is null ? "" : $" {Hash(drawing)}")}; script-src {Hash(Early)} {Hash(Script)}; "
        + "base-uri 'none'; form-action 'none'";

    /// <summary>What stands between two texts; nothing where the first is not there.</summary>
    public static string Between(string text, string open, string close)
    {
        var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
        var end = start < open.Length ? -1 : text.IndexOf(close, start, StringComparison.Ordinal);
        return end < 0 ? "" : text[start..end];
    }

    /// <summary>How the policy names an inline text.</summary>
    public static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Read(string name)
    {
        using var stream =
            typeof(Assets).Assembly.GetManifestResourceStream($"report/{name}")
            ?? throw new InvalidOperationException($"{name} is not built into the command");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
