using System.Collections.Immutable;
using Infra.Edge;
using Infra.Settings;
using Infra.Settings.Finsight;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>How a stack becomes system finsight.</summary>
internal sealed class FinsightDefinition : SystemDefinition<FinsightSettings>
{
    /// <inheritdoc/>
    public override string Name => "finsight";

    /// <inheritdoc/>
    public override ImmutableArray<KnownSecret> Secrets => [FinsightArgs.Auth0ClientSecret, FinsightArgs.GitHubToken];

    /// <inheritdoc/>
    protected override FinsightSettings DefaultsFor(StackEnvironment environment) => FinsightDefaults.For(environment);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Validate(
        StackContext context,
        FinsightSettings settings,
        IReadOnlyCollection<Problem> unread
    ) => settings.Validate(context, unread);

    /// <inheritdoc/>
    protected override IDictionary<string, object?> Run(StackContext context, FinsightSettings settings)
    {
        var plan = settings.Network.Plan(context);
        var tags = settings.Tags.For(context);

        var system = new Finsight(
            Name,
            context,
            plan,
            settings,
            AwsProvider.For(GlobalEdge.In(context), tags, GlobalFront.ProviderName),
            new() { Providers = { AwsProvider.For(context, tags) } }
        );
        return FinsightOutputs.Of(context, system);
    }
}
