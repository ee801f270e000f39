using Infra.Edge;
using Infra.Settings;
using Infra.Settings.WebPlatform;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>How a stack becomes system web-platform.</summary>
internal sealed class WebPlatformDefinition : SystemDefinition<WebPlatformSettings>
{
    /// <inheritdoc/>
    public override string Name => "web-platform";

    /// <inheritdoc/>
    public override bool MarksProduction => true; // PROJECT-ENV in all names of its source

    /// <inheritdoc/>
    protected override WebPlatformSettings DefaultsFor(StackEnvironment environment) => WebPlatformDefaults.For(environment);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Validate(
        StackContext context,
        WebPlatformSettings settings,
        IReadOnlyCollection<Problem> unread
    ) => settings.Validate(context, unread);

    /// <inheritdoc/>
    protected override IDictionary<string, object?> Run(StackContext context, WebPlatformSettings settings)
    {
        var plan = settings.Network.Plan(context);
        var tags = settings.Tags.For(context);

        var system = new WebPlatform(
            Name,
            context,
            plan,
            settings,
            AwsProvider.For(GlobalEdge.In(context), tags, GlobalFront.ProviderName),
            new() { Providers = { AwsProvider.For(context, tags) } }
        );

        return WebPlatformOutputs.Of(context, system);
    }
}
