using Infra.Settings;
using Infra.Settings.IdpServer;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>System idp-server: the identity provider.</summary>
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
    ) => settings.Validate(context.Region, unread);

    /// <inheritdoc/>
    protected override IDictionary<string, object?> Run(StackContext context, IdpServerSettings settings) =>
        new Dictionary<string, object?>();
}
