namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to Lambda.</summary>
internal static class FunctionCalls
{
    /// <summary>The version that callers of an alias get.</summary>
    public static string[] Alias(string function, string alias) =>
        ["lambda", "get-alias", "--function-name", function, "--name", alias];

    /// <summary>Every version, with its configuration.</summary>
    public static string[] Versions(string function) => ["lambda", "list-versions-by-function", "--function-name", function];

    /// <summary>Another version for callers of an alias, and for all of them.</summary>
    /// <param name="function">The function.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="version">The version.</param>
    /// <param name="mark">The alias as it was looked at; Lambda refuses when somebody has changed it since.</param>
    public static string[] Move(string function, string alias, string version, string mark) =>
        [
            "lambda",
            "update-alias",
            "--function-name",
            function,
            "--name",
            alias,
            "--function-version",
            version,
            "--routing-config",
            "AdditionalVersionWeights={}",
            "--revision-id",
            mark,
        ];
}
