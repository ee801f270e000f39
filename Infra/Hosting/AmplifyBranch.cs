using System.Collections.Immutable;

namespace Infra.Hosting;

/// <summary>A branch of the repository that is built with each push.</summary>
internal sealed record AmplifyBranch
{
    /// <summary>What it is for. Default: what is still worked on.</summary>
    public AmplifyStage Stage { get; init; } = AmplifyStage.Development;

    /// <summary>What stands before the domain, such as <c>www</c>. Default: nothing, it has the address that Amplify gives it.</summary>
    public string? Subdomain { get; init; }

    /// <summary>Whether each pull request into it is built at an address of its own. Default: false.</summary>
    public bool Previews { get; init; }

    /// <summary>Variables of its builds, above those of the app. They end up in pages that everybody reads. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
