using System.Collections.Immutable;
using Infra.Settings;
using Infra.Settings.Identity;
using Infra.Settings.Neuraknot;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>How a stack becomes system neuraknot.</summary>
internal sealed class NeuraknotDefinition : SystemDefinition<NeuraknotSettings>
{
    /// <inheritdoc/>
    public override string Name => "neuraknot";

    /// <inheritdoc/>
    public override string Brand => "neuraKnot"; // in all names of its source

    /// <inheritdoc/>
    public override bool MarksProduction => true; // neuraKnot-{environment}-… too

    /// <inheritdoc/>
    public override ImmutableArray<KnownSecret> Secrets => SocialSettings.Secrets;

    /// <inheritdoc/>
    protected override NeuraknotSettings DefaultsFor(StackEnvironment environment) => NeuraknotDefaults.For(environment);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Validate(
        StackContext context,
        NeuraknotSettings settings,
        IReadOnlyCollection<Problem> unread
    ) => settings.Validate(context, unread);

    /// <inheritdoc/>
    protected override IDictionary<string, object?> Run(StackContext context, NeuraknotSettings settings)
    {
        var plan = settings.Network.Plan(context, databasesApart: false);
        var tags = settings.Tags.For(context);

        var system = new Neuraknot(Name, context, plan, settings, new() { Providers = { AwsProvider.For(context, tags) } });
        return NeuraknotOutputs.Of(context, system);
    }
}
