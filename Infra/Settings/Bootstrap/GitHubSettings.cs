using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Settings.Bootstrap;

/// <summary>Settings of what workflows on GitHub may do in the account.</summary>
internal sealed record GitHubSettings
{
    private const string Address = "https://github.com/";

    [Setting(
        "The repository whose workflows deploy, spelt as GitHub spells it. Without one no workflow gets in, and people deploy from their own machines.",
        Form = "an address such as https://github.com/acme/idp-infra",
        Pattern = "^https://github\\.com/[A-Za-z0-9-]+/[A-Za-z0-9._-]+$"
    )]
    public string? Repository { get; init; }

    [Setting(
        "Environments on GitHub whose jobs deploy to this account, each with a role of its own. Who may start such a job is set on GitHub.",
        Form = "words of letters, digits, - and _",
        Pattern = "^[A-Za-z0-9_-]{1,40}$"
    )]
    public ImmutableArray<string> Environments { get; init; } = ["prod"];

    [Setting(
        "The branch that is deployed. Its workflows may look for drift.",
        Form = "the name of a branch",
        Pattern = "^[A-Za-z0-9][A-Za-z0-9._/-]*$"
    )]
    public string Branch { get; init; } = "main";

    [Setting("Whether the OIDC provider is made here. An account can have it once only: false where it has it already.")]
    public bool MakeProvider { get; init; } = true;

    [Setting(
        "Regions in which deployments change things, besides the stack's own and us-east-1; for copies of backups.",
        Form = "regions such as ap-northeast-3",
        Pattern = "^[a-z]{2}(-[a-z]+)+-[0-9]$"
    )]
    public ImmutableArray<string> MoreRegions { get; init; } = [];

    [Setting("Whether deployments may empty buckets of the systems, which deleting a stack with what is in it needs.")]
    public bool EmptyBuckets { get; init; }

    [Setting(
        "A policy that the roles of workflows may not go beyond, none by default.",
        Form = "the ARN of a policy",
        Pattern = "^arn:aws[a-z-]*:iam::[0-9]{12}:policy/[A-Za-z0-9+=,.@_/-]+$"
    )]
    public string? PermissionsBoundary { get; init; }

    /// <summary>Owner and name of the repository; nothing where there is none.</summary>
    public string? OwnerAndName => Repository?[Address.Length..];

    /// <summary>What the patterns alone cannot say.</summary>
    public IEnumerable<Problem> Validate(StackContext context)
    {
        if (Repository is not null && Environments.IsEmpty)
            yield return new(
                "environments",
                Environments,
                "one or more",
                "without one nothing is deployed; or leave repository out"
            );
        if (PermissionsBoundary is { } boundary && boundary.Split(':')[4] != context.AccountId)
            yield return new(
                "permissionsBoundary",
                boundary,
                $"a policy of account {context.AccountId}",
                "IAM takes none of another account"
            );
    }
}
