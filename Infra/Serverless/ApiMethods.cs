namespace Infra.Serverless;

/// <summary>The words for methods.</summary>
internal static class ApiMethods
{
    /// <summary>Whatever no other route of the path names.</summary>
    public const string Any = "ANY";

    /// <summary>What a browser asks before it calls another origin.</summary>
    public const string Options = "OPTIONS";

    /// <summary>All of them.</summary>
    public static readonly string[] All = [Any, "DELETE", "GET", "HEAD", Options, "PATCH", "POST", "PUT"];
}
