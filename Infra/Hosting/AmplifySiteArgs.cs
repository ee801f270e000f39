using System.Collections.Immutable;
using Infra.Edge;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Hosting;

/// <summary>What an <see cref="AmplifySite"/> needs.</summary>
internal sealed record AmplifySiteArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The repository, such as <c>https://github.com/acme/finsight-web</c>. Default: none yet, and the site is left out with a warning.</summary>
    public string? Repository { get; init; }

    /// <summary>The branches by name.</summary>
    public required ImmutableSortedDictionary<string, AmplifyBranch> Branches { get; init; }

    /// <summary>
    /// A personal access token of GitHub (classic, scope <c>admin:repo_hook</c>): with it Amplify sets up the webhook and its app; Amplify never
    /// shows it again. It becomes a secret of the stack. Default: none yet, and the site is left out with a warning.
    /// </summary>
    public Input<string>? AccessToken { get; init; }

    /// <summary>Whether anybody may read the repository, and so open pull requests whose builds run. Default: false.</summary>
    public bool IsPublicRepository { get; init; }

    /// <summary>The version of Node.js that builds. Default: <see cref="NodeVersions.Default"/>.</summary>
    public int NodeVersion { get; init; } = NodeVersions.Default;

    /// <summary>Default: <c>npm run build</c>.</summary>
    public string BuildCommand { get; init; } = "npm run build";

    /// <summary>Where the build leaves the pages. Default: <c>build</c>.</summary>
    public string OutputDirectory { get; init; } = "build";

    /// <summary>Variables of all builds. They end up in pages that everybody reads. Default: none.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>
    /// Secret variables of all builds, such as the token of a private registry. Builds of pull requests would have them too, so no branch may
    /// have previews then. Default: none.
    /// </summary>
    public ImmutableSortedDictionary<string, Input<string>> BuildSecrets { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>A role that builds have. Pages that are only files need none. Default: none.</summary>
    public Input<string>? ServiceRoleArn { get; init; }

    /// <summary>The domain that the branches' subdomains are below, such as <c>finsight.com</c>. Default: none.</summary>
    public string? Domain { get; init; }

    /// <summary>Whether to wait until the domain is proved, 15 minutes at most. Its records must be there before. Default: false.</summary>
    public bool WaitForDomain { get; init; }

    /// <summary>What browsers are told with every page. Default: as careful as a distribution.</summary>
    public CdnHeaders Headers { get; init; } = new();

    /// <summary>Default: true. The app refuses to be deleted: its address and its history of builds go with it.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What is still missing, in words; nothing when the site can be made.</summary>
    public string? Missing =>
        Repository is null ? "repository"
        : AccessToken is null ? "GitHub token"
        : null;

    /// <summary>What Amplify or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => AmplifyCheck.Problems(this);
}
