namespace Infra.Cli.Operations.Calls;

/// <summary>The calls to Amplify.</summary>
internal static class SiteCalls
{
    // Enough to find a build of before among previews of pull requests, which are jobs of their own branches.
    private const string Newest = "50";

    /// <summary>Every app, with its id.</summary>
    public static string[] Apps() => ["amplify", "list-apps"];

    /// <summary>The newest builds of a branch.</summary>
    public static string[] Jobs(string app, string branch) =>
        ["amplify", "list-jobs", "--app-id", app, "--branch-name", branch, "--max-results", Newest];

    /// <summary>How a build is.</summary>
    public static string[] Job(string app, string branch, string job) =>
        ["amplify", "get-job", "--app-id", app, "--branch-name", branch, "--job-id", job];

    /// <summary>Builds a commit of the branch, and serves it.</summary>
    public static string[] Build(string app, string branch, string commit) =>
        [
            "amplify",
            "start-job",
            "--app-id",
            app,
            "--branch-name",
            branch,
            "--job-type",
            "RELEASE",
            "--commit-id",
            commit,
            "--job-reason",
            "infra rollback",
        ];
}
