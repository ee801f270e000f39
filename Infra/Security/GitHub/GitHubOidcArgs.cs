using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Security.GitHub;

/// <summary>What a <see cref="GitHubOidc"/> needs.</summary>
internal sealed record GitHubOidcArgs
{
    // One role each, and their ARNs are outputs that people copy: more than a handful is a mistake.
    private const int MostEnvironments = 10;

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The repository as GitHub spells it, <c>acme/idp-infra</c>: subjects of tokens are compared letter by letter.</summary>
    public required string Repository { get; init; }

    /// <summary>The environments of GitHub whose jobs deploy to this account. Each has a role of its own.</summary>
    public required ImmutableArray<string> Environments { get; init; }

    /// <summary>The branch that is deployed; its workflows may look too, for drift. Default: main.</summary>
    public string Branch { get; init; } = "main";

    /// <summary>What names of the systems that are deployed begin with. Roles, buckets and secrets of other names are out of reach.</summary>
    public required ImmutableArray<string> Prefixes { get; init; }

    /// <summary>The bucket with the state, its name known before it is made.</summary>
    public required string StateBucketName { get; init; }

    /// <summary>The key that encrypts the state.</summary>
    public required Input<string> StateKeyArn { get; init; }

    /// <summary>Regions besides the stack's own and us-east-1 in which things are made. Default: none.</summary>
    public ImmutableArray<string> MoreRegions { get; init; } = [];

    /// <summary>Whether deployments may empty buckets, so that they can be deleted with what is in them. Default: false.</summary>
    public bool EmptiesBuckets { get; init; }

    /// <summary>Whether the provider is made here. Default: true; false where the account has it already, for it can have one only.</summary>
    public bool MakesProvider { get; init; } = true;

    /// <summary>A policy that no role here may go beyond, by its ARN. Default: none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Repository.Split('/') is not [{ Length: > 0 }, { Length: > 0 }] || Repository.Contains('*', StringComparison.Ordinal))
            yield return new("repository", Repository, "owner/name of one repository", "a pattern would let others deploy");
        if (Environments.Length is 0 or > MostEnvironments)
            yield return new("environments", Environments.Length, $"1 to {MostEnvironments}", "each is a role that deploys");
        foreach (var environment in Environments.Where(word => !IsWord(word)))
            yield return new("environments", environment, "letters, digits, - and _", "roles are named after it");
        foreach (var twice in Environments.CountBy(word => word, StringComparer.OrdinalIgnoreCase).Where(word => word.Value > 1))
            yield return new("environments", $"{twice.Key} twice", "each once", "GitHub does not tell capitals apart");
        if (Branch.Length == 0 || Branch.Contains('*', StringComparison.Ordinal))
            yield return new("branch", Branch, "the name of one branch", "a pattern would let every branch look");
        if (Prefixes.IsDefaultOrEmpty || Prefixes.Any(prefix => prefix.Length < 3))
            yield return new("prefixes", Prefixes, "one or more, 3 letters at least", "shorter ones reach what is not ours");
    }

    private static bool IsWord(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
