using System.Collections.Immutable;
using Infra.Security.GitHub;
using Infra.Settings;
using Infra.Settings.Bootstrap;
using Infra.Storage;

namespace Infra.Systems;

/// <summary>Turns the settings of a stack, and what its other parts give, into the args of each part of bootstrap.</summary>
/// <param name="Context">The stack.</param>
/// <param name="Settings">What the stack decides.</param>
internal sealed record BootstrapArgs(StackContext Context, BootstrapSettings Settings)
{
    /// <summary>What names of all other systems begin with.</summary>
    public static ImmutableArray<string> Prefixes =>
        [.. SystemCatalog.All.Where(system => system is not BootstrapDefinition).Select(system => system.Brand)];

    /// <summary>The state.</summary>
    public StateBucketArgs State() => Settings.State.ToArgs(Context);

    /// <summary>The roles of workflows; nothing where the stack names no repository.</summary>
    public GitHubOidcArgs? GitHub(StateBucket state) =>
        Settings.GitHub.OwnerAndName is not { } repository
            ? null
            : new()
            {
                Context = Context,
                Repository = repository,
                Environments = Settings.GitHub.Environments,
                Branch = Settings.GitHub.Branch,
                Prefixes = Prefixes,
                StateBucketName = PrivateBucket.NameOf(Context, StateBucket.Role),
                StateKeyArn = state.KeyArn,
                MoreRegions = Settings.GitHub.MoreRegions,
                EmptiesBuckets = Settings.GitHub.EmptyBuckets,
                MakesProvider = Settings.GitHub.MakeProvider,
                PermissionsBoundary = Settings.GitHub.PermissionsBoundary,
            };
}
