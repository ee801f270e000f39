using Infra.Cli.Stacks;

namespace Infra.Cli.Backends;

/// <summary>The command lines by which a bootstrap stack is made in a folder and moved into the bucket that it made.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Local">The folder, until the bucket is there.</param>
/// <param name="Remote">The bucket.</param>
/// <param name="SecretsProvider">The provider of secrets that the stack ends up with.</param>
/// <param name="Export">The file that carries the state from one to the other.</param>
internal sealed record StateSteps(string Stack, Backend Local, Backend Remote, string SecretsProvider, string Export)
{
    // A bootstrap stack has no secrets, so what seals them in between is none either.
    private const string Nothing = "no-secrets-yet";

    /// <summary>The steps of a stack.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="place">Where its state will be.</param>
    public static StateSteps Of(StackTarget target, StatePlace place)
    {
        var (folder, project) = (FolderOf(target), target.Project.Directory);
        return new(
            target.File.Stack,
            new(Backend.UrlOf(folder), project, Nothing),
            new(place.BackendUrl, project, Nothing),
            place.SecretsProvider,
            Path.Combine(folder, "state.json")
        );
    }

    /// <summary>Where the state is until the bucket is there; a later run goes on from it.</summary>
    public static string FolderOf(StackTarget target) => Path.Combine(target.Project.Directory, ".state", target.File.Stack);

    /// <summary>Makes the stack, in either backend.</summary>
    public string[] Init => InitOf(Stack);

    /// <summary>Deploys it. Doing so twice changes nothing.</summary>
    public string[] Up =>
        ["up", "--yes", "--skip-preview", "--stack", Stack, "--non-interactive", "--message", "infra state init"];

    /// <summary>Writes its state to the file.</summary>
    public string[] Save => ["stack", "export", "--stack", Stack, "--file", Export, "--non-interactive"];

    /// <summary>Reads it from the file.</summary>
    public string[] Load => ["stack", "import", "--stack", Stack, "--file", Export, "--non-interactive"];

    /// <summary>Seals it with the key from now on; the stack file says so afterwards.</summary>
    public string[] Seal => ["stack", "change-secrets-provider", SecretsProvider, "--stack", Stack, "--non-interactive"];

    /// <summary>Proves that the moved state is that of what is there.</summary>
    public string[] Prove => ["preview", "--expect-no-changes", "--stack", Stack, "--non-interactive"];

    /// <summary>Makes a stack whose secrets a passphrase seals.</summary>
    public static string[] InitOf(string stack) =>
        ["stack", "init", stack, "--secrets-provider", "passphrase", "--no-select", "--non-interactive"];

    /// <summary>All of them with where they go, as they are run where nothing has been done yet.</summary>
    public IEnumerable<string> Text() =>
        [
            Local.Text(Init),
            $"PulumiPackages=nuget {Local.Text(Up)}",
            Local.Text(Save),
            Remote.Text(Init),
            Remote.Text(Load),
            Remote.Text(Seal),
            $"PulumiPackages=nuget {Remote.Text(Prove)}",
        ];
}
