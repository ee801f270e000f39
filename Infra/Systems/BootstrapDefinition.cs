using Infra.Settings;
using Infra.Settings.Bootstrap;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>How a stack becomes system bootstrap.</summary>
internal sealed class BootstrapDefinition : SystemDefinition<BootstrapSettings>
{
    /// <inheritdoc/>
    public override string Name => "bootstrap";

    /// <inheritdoc/>
    public override string Brand => "idp-infra"; // what people look for in an account with much else in it

    /// <inheritdoc/>
    public override bool MarksProduction => true;

    /// <inheritdoc/>
    protected override BootstrapSettings DefaultsFor(StackEnvironment environment) => BootstrapDefaults.For(environment);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Validate(
        StackContext context,
        BootstrapSettings settings,
        IReadOnlyCollection<Problem> unread
    ) => settings.Validate(context);

    /// <inheritdoc/>
    protected override IDictionary<string, object?> Run(StackContext context, BootstrapSettings settings)
    {
        var provider = AwsProvider.For(context, settings.Tags.For(context));
        return BootstrapOutputs.Of(context, new(Name, context, settings, new() { Providers = { provider } }));
    }
}
