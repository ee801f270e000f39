using Infra.Naming;
using Infra.Settings;
using Infra.Settings.Data;
using Infra.Settings.IdpServer;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>How a stack becomes system idp-server.</summary>
internal sealed class IdpServerDefinition : SystemDefinition<IdpServerSettings>
{
    /// <inheritdoc/>
    public override string Name => "idp-server";

    /// <inheritdoc/>
    protected override IdpServerSettings DefaultsFor(StackEnvironment environment) => IdpServerDefaults.For(environment);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Validate(
        StackContext context,
        IdpServerSettings settings,
        IReadOnlyCollection<Problem> unread
    ) => settings.Validate(context, unread);

    /// <inheritdoc/>
    protected override IDictionary<string, object?> Run(StackContext context, IdpServerSettings settings)
    {
        var plan = settings.Network.Plan(context);

        var system = new IdpServer(
            Name,
            context,
            plan,
            settings,
            new() { Providers = { AwsProvider.For(context, settings.Tags.For(context)) } }
        );

        return IdpServerOutputs.Of(context, system);
    }
}
