using Engine.Model;
using Engine.Monitor;
using Engine.Values;
using Protocol;

namespace Engine.Providers;

/// <summary>Finds the provider of a resource: named, inherited, or the default one, which is registered when first needed.</summary>
/// <param name="graph">Where providers are registered.</param>
/// <param name="defaults">What default providers look like.</param>
/// <param name="versions">The version of a package when no request names one.</param>
/// <param name="register">Registers a default provider.</param>
internal sealed class ProviderResolver(
    ResourceGraph graph,
    DefaultProviders defaults,
    Func<string, string?> versions,
    Func<Goal, Node> register
)
{
    private readonly Dictionary<(string Package, string Version, string Url), string> _known = [];

    /// <summary>The reference for a goal; empty for what needs none.</summary>
    public string Resolve(Goal goal, Node? parent)
    {
        if (Urns.IsProviderType(goal.Type))
            return "";
        var local = !goal.Custom && !goal.Remote;
        var package = Urns.Package(goal.Type);
        var given =
            goal.Provider.Length > 0 ? goal.Provider
            : parent is { Provider.Length: > 0 } && (local || PackageOf(parent.Provider) == package) ? parent.Provider
            : local ? ""
            : goal.Providers.GetValueOrDefault(package) ?? parent?.Providers.GetValueOrDefault(package) ?? "";
        if (given.Length > 0)
            return Checked(given, goal, local ? null : package);
        return local ? "" : Default(package, goal.Version, goal.PluginDownloadUrl, $"{goal.Type} '{goal.Name}'");
    }

    /// <summary>The default provider of a package, registered now if this is its first use.</summary>
    public string Default(string package, string version, string url, string user)
    {
        if (version.Length == 0)
            version = versions(package) ?? "";
        if (_known.TryGetValue((package, version, url), out var known))
            return known;
        if (defaults.IsDisabled(package))
            throw new RegistrationException(
                GrpcStatusCode.FailedPrecondition,
                $"{user}: it needs the default provider of '{package}', which pulumi:disable-default-providers forbids; pass an explicit provider"
            );
        var node = register(
            new Goal
            {
                Type = Urns.ProviderPrefix + package,
                Name = DefaultProviders.Name(version, url),
                Inputs = defaults.Inputs(package, version),
                Version = version,
                PluginDownloadUrl = url,
            }
        );
        return _known[(package, version, url)] = Reference(node);
    }

    /// <summary>The provider a reference names.</summary>
    /// <exception cref="RegistrationException">There is none, or it is no provider.</exception>
    public Node Find(string reference, string user)
    {
        if (ProviderReference.Parse(reference) is not { } parsed || !Urns.IsValid(parsed.Urn))
            throw Refuse($"{user}: got provider '{reference}', want a reference of the form urn::id");
        var node = graph.Find(parsed.Urn);
        if (node is null)
            throw Refuse($"{user}: its provider {parsed.Urn} is not registered; register the provider first");
        return Urns.IsProviderType(node.State.Type)
            ? node
            : throw Refuse($"{user}: its provider {parsed.Urn} is a {node.State.Type}, want a provider resource");
    }

    private string Checked(string reference, Goal goal, string? package)
    {
        var user = $"{goal.Type} '{goal.Name}'";
        var provider = Find(reference, user);
        var provides = Urns.Package(provider.State.Type);
        if (package is not null && provides != package && goal.Custom)
            throw Refuse($"{user}: its provider {provider.Urn} is for package '{provides}', want one for '{package}'");
        return Reference(provider);
    }

    private static string PackageOf(string reference) =>
        ProviderReference.Parse(reference) is { } parsed && Urns.IsValid(parsed.Urn) ? Urns.Package(Urns.Type(parsed.Urn)) : "";

    private static string Reference(Node provider) =>
        new ProviderReference(provider.Urn, provider.State.Id ?? Signatures.Unknown).ToString();

    private static RegistrationException Refuse(string problem) => new(GrpcStatusCode.InvalidArgument, problem);
}
