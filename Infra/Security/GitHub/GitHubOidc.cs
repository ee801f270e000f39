using System.Collections.Immutable;
using Infra.Policies;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Security.GitHub;

/// <summary>
/// Lets workflows of one repository on GitHub into the account without a key that somebody could lose: GitHub vouches for the job, AWS gives it a
/// role for an hour. A role for each environment deploys; one role looks, for pull requests and for drift.
/// </summary>
internal sealed class GitHubOidc : ComponentResource
{
    /// <summary>The host that vouches.</summary>
    public const string Issuer = "token.actions.githubusercontent.com";

    private const string Audience = "sts.amazonaws.com";

    // The least that IAM takes for a role, and enough for the longest deployment: a database takes half of it.
    private const int SessionSeconds = 3600;

    private readonly string _name;
    private readonly GitHubOidcArgs _args;
    private readonly Resource? _provider;

    /// <summary>The ARN of the role that deploys, by the environment of GitHub.</summary>
    public ImmutableSortedDictionary<string, Output<string>> DeployRoleArns { get; }

    /// <summary>The ARN of the role that only looks.</summary>
    [Output("previewRoleArn")]
    public Output<string> PreviewRoleArn { get; }

    /// <summary>Makes provider and roles.</summary>
    public GitHubOidc(string name, GitHubOidcArgs args, ComponentResourceOptions? options = null)
        : base("idp:security:GitHubOidc", $"{name}-github", options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = (name, args);
        var context = args.Context;

        _provider = args.MakesProvider
            ? new OpenIdConnectProvider(
                $"{name}-github-provider",
                new()
                {
                    Url = $"https://{Issuer}",
                    // No thumbprints: AWS trusts GitHub's certificate by the authority that signed it.
                    ClientIdLists = [Audience],
                    Tags = context.Label.NameTag("github"),
                },
                new() { Parent = this }
            )
            : null;
        // Apart from the roles, whose own policies have too little room for them.
        var read = Shared(
            "read",
            "What pulumi reads of the systems, and no data in them",
            ReadRights.Policy(context, args.Prefixes)
        );
        var change = Shared("change", "What pulumi changes of the systems", DeployRights.Services(args));

        DeployRoleArns = args.Environments.ToImmutableSortedDictionary(
            environment => environment,
            environment =>
                Role(
                    $"deploy-{environment}",
                    $"Deploys for environment {environment} of {args.Repository}",
                    [$"repo:{args.Repository}:environment:{environment}"],
                    Policies(key => DeployRights.Of(args, key)),
                    ("read", read),
                    ("change", change)
                ),
            StringComparer.Ordinal
        );
        PreviewRoleArn = Role(
            "preview",
            $"Looks for pull requests and drift of {args.Repository}",
            [$"repo:{args.Repository}:pull_request", $"repo:{args.Repository}:ref:refs/heads/{args.Branch}"],
            Policies(key => PreviewRights.Of(args, key)),
            ("read", read)
        );
        RegisterOutputs(new Dictionary<string, object?> { ["previewRoleArn"] = PreviewRoleArn });
    }

    private Input<string> Policies(Func<string, ImmutableArray<Statement>> rights) =>
        _args.StateKeyArn.ToOutput().Apply(key => PolicyDocument.Of(rights(key)));

    private Policy Shared(string role, string description, string document) =>
        new(
            $"{_name}-github-{role}",
            new()
            {
                Name = _args.Context.Label.Role($"github-{role}"),
                Description = description,
                PolicyDocument = document,
                Tags = _args.Context.Label.NameTag($"github-{role}"),
            },
            new() { Parent = this }
        );

    private Output<string> Role(
        string role,
        string description,
        ImmutableArray<string> subjects,
        Input<string> rights,
        params (string Role, Policy Policy)[] shared
    )
    {
        var label = _args.Context.Label;
        var made = new Role(
            $"{_name}-github-{role}",
            new()
            {
                Name = label.Role(role),
                Description = description,
                AssumeRolePolicy = Trust(subjects),
                MaxSessionDuration = SessionSeconds,
                PermissionsBoundary = _args.PermissionsBoundary is { } boundary ? (Input<string>)boundary : null,
                Tags = label.NameTag(role),
            },
            new() { Parent = this, DependsOn = _provider is null ? new InputList<Resource>() : _provider }
        );
        var child = new CustomResourceOptions { Parent = this };
        var own = new RolePolicy($"{_name}-github-{role}-policy", new() { Role = made.Id, Policy = rights }, child);
        var attached = shared.Select(one =>
            new RolePolicyAttachment(
                $"{_name}-github-{role}-{one.Role}",
                new() { Role = made.Name, PolicyArn = one.Policy.Arn },
                child
            ).Id
        );
        // Whoever takes the role finds it with its rights.
        return Output.Tuple(made.Arn, own.Id, Output.All(attached)).Apply(all => all.Item1);
    }

    // Equal, never like: a star in a subject lets in what somebody names so.
    private string Trust(ImmutableArray<string> subjects) =>
        PolicyDocument.Of(
            new Statement("WorkflowsOfOneRepository")
            {
                Principal = Principal.Federated(
                    $"arn:{_args.Context.Partition}:iam::{_args.Context.AccountId}:oidc-provider/{Issuer}"
                ),
                Actions = ["sts:AssumeRoleWithWebIdentity"],
                Resources = [],
                Conditions = [new("StringEquals", $"{Issuer}:aud", Audience), new("StringEquals", $"{Issuer}:sub", subjects)],
            }
        );
}
