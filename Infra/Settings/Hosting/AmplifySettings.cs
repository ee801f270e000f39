using System.Collections.Immutable;
using Infra.Hosting;
using Infra.Naming;
using Infra.Settings.Edge;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Hosting;

/// <summary>Settings of pages that Amplify builds from a repository.</summary>
internal sealed record AmplifySettings
{
    [Setting("Whether there is a site. One stack of a system has it, with the branches of all environments.")]
    public bool Enabled { get; init; } = true;

    [Setting(
        "The repository. Without one the site is left out.",
        Form = "an address such as https://github.com/acme/finsight-web",
        Pattern = "^https://github\\.com/[A-Za-z0-9-]+/[A-Za-z0-9._-]+$"
    )]
    public string? Repository { get; init; }

    [Setting("Whether anybody may read the repository, and so open pull requests that are built.")]
    public bool PublicRepository { get; init; }

    [Setting("The version of Node.js that builds. Versions that have ended are refused.", Min = 1)]
    public int NodeVersion { get; init; } = NodeVersions.Default;

    [Setting("What builds the pages.", Form = "a command such as npm run build")]
    public string BuildCommand { get; init; } = "npm run build";

    [Setting("Where the build leaves the pages.", Form = "a folder such as build")]
    public string OutputDirectory { get; init; } = "build";

    [Setting("What people use.")]
    public AmplifyBranchSettings Production { get; init; } = new() { Branch = "main", Subdomain = "www" };

    [Setting("What is worked on.")]
    public AmplifyBranchSettings Development { get; init; } =
        new()
        {
            Branch = "develop",
            Subdomain = "develop",
            Previews = true,
        };

    [Setting(
        "The domain that the branches' subdomains are below, none by default.",
        Form = "a domain such as finsight.com",
        Pattern = HostName.Pattern
    )]
    public string? Domain { get; init; }

    [Setting("Whether to wait until the domain is proved, 15 minutes at most. Set it once its records are there.")]
    public bool WaitForDomain { get; init; }

    [Setting("Variables of all builds. They end up in pages that everybody reads, so none may be secret.", Form = "texts")]
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [Setting("What browsers are told with every page.")]
    public CdnHeaderSettings Headers { get; init; } = new();

    /// <summary>The same as the component takes it. Subdomains count only with a domain.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="token">The token of GitHub; nothing while there is none.</param>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    public AmplifySiteArgs ToArgs(StackContext context, Input<string>? token, bool protect) =>
        new()
        {
            Context = context,
            Repository = Repository,
            IsPublicRepository = PublicRepository,
            AccessToken = token,
            NodeVersion = NodeVersion,
            BuildCommand = BuildCommand,
            OutputDirectory = OutputDirectory,
            Branches = Branches(),
            Domain = Domain,
            WaitForDomain = WaitForDomain,
            Environment = Environment.ToImmutableSortedDictionary(
                variable => variable.Key,
                variable => (Input<string>)variable.Value,
                StringComparer.Ordinal
            ),
            Headers = Headers.ToHeaders(),
            Protect = protect,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context)
    {
        if (!Enabled)
            yield break;
        if (Development.Branch is { } branch && branch == Production.Branch)
        {
            yield return new("development.branch", branch, "another than production.branch", "or remove it");
            yield break;
        }
        foreach (var problem in ToArgs(context, null, protect: false).Validate())
            yield return problem;
    }

    private ImmutableSortedDictionary<string, AmplifyBranch> Branches()
    {
        var branches = ImmutableSortedDictionary.CreateBuilder<string, AmplifyBranch>(StringComparer.Ordinal);
        if (Production.Branch is { } production)
            branches[production] = Production.ToBranch(AmplifyStage.Production, Domain is not null);
        if (Development.Branch is { } development)
            branches[development] = Development.ToBranch(AmplifyStage.Development, Domain is not null);
        return branches.ToImmutable();
    }
}
