using System.Collections.Immutable;
using Infra.Hosting;
using Infra.Naming;

namespace Infra.Settings.Hosting;

/// <summary>Settings of a branch that Amplify builds.</summary>
internal sealed record AmplifyBranchSettings
{
    [Setting(
        "The branch. Without one it is not built.",
        Form = "the name of a branch such as main",
        Pattern = "^[A-Za-z0-9._/-]+$"
    )]
    public string? Branch { get; init; }

    [Setting(
        "What stands before the domain, none by default: it then has the address that Amplify gives it.",
        Form = "a word such as www",
        Pattern = HostName.LabelPattern
    )]
    public string? Subdomain { get; init; }

    [Setting("Whether each pull request into it is built at an address of its own. Whoever opens one runs code in the build.")]
    public bool Previews { get; init; }

    [Setting(
        "Variables of its builds, above those of all builds, such as the address of another API. Everybody reads them in the pages.",
        Form = "texts"
    )]
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The same as the component takes it.</summary>
    /// <param name="stage">What the branch is for.</param>
    /// <param name="hasDomain">Whether there is a domain; without one there are no subdomains.</param>
    public AmplifyBranch ToBranch(AmplifyStage stage, bool hasDomain) =>
        new()
        {
            Stage = stage,
            Subdomain = hasDomain ? Subdomain : null,
            Previews = Previews,
            Environment = Environment,
        };
}
