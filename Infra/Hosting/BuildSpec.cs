using System.Text;

namespace Infra.Hosting;

/// <summary>How Amplify builds the pages, as the YAML that it reads.</summary>
internal static class BuildSpec
{
    /// <summary>
    /// The text; its order and form never vary. The version of Node.js is installed if the build image does not have it, and used either way.
    /// </summary>
    public static string Of(AmplifySiteArgs args)
    {
        var yaml = new StringBuilder();
        foreach (
            var line in (string[])
                [
                    "version: 1",
                    "frontend:",
                    "  phases:",
                    "    preBuild:",
                    "      commands:",
                    $"        - nvm install {args.NodeVersion}",
                    // Exactly what the lock file says, from the cache where it has it.
                    "        - npm ci --cache .npm --prefer-offline",
                    "    build:",
                    "      commands:",
                    $"        - {Quoted(args.BuildCommand)}",
                    "  artifacts:",
                    $"    baseDirectory: {Quoted(args.OutputDirectory)}",
                    "    files:",
                    "      - '**/*'",
                    "  cache:",
                    "    paths:",
                    "      - '.npm/**/*'",
                ]
        )
            yaml.Append(line).Append('\n');
        return yaml.ToString();
    }

    // In single quotes YAML reads nothing but the quote itself, which is doubled.
    internal static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
