using System.Globalization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Says about a resource what the engine wants to know, once everything the resource waits for is there.</summary>
internal sealed class RequestBuilder(Deployment deployment, Features features)
{
    public async ValueTask<RegisterResourceRequest> RegisterAsync(Registration registration)
    {
        var options = registration.Options;
        var prepared = await PrepareAsync(registration).ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = registration.Type,
            Name = registration.Name,
            Parent = prepared.Parent,
            Custom = registration.IsCustom,
            Object = prepared.Properties.Values,
            Provider = prepared.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = deployment.AcceptsResources,
            SupportsResultReporting = true,
            Remote = registration.IsRemote,
            Hooks = new(),
        };
        if (options.Protect is { } protect)
            request.Protect = protect;
        if (options.RetainOnDelete is { } retain)
            request.RetainOnDelete = retain;
        if (options.CustomTimeouts is { } timeouts)
            request.CustomTimeouts = Timeouts(timeouts);
        request.IgnoreChanges.AddRange(options.IgnoreChangesOrNone);
        request.ReplaceOnChanges.AddRange(options.ReplaceOnChangesOrNone);
        request.HideDiffs.AddRange(options.HideDiffsOrNone);
        if (options is CustomResourceOptions custom)
            AddCustom(request, custom);

        await AddDependenciesAsync(request, registration, prepared).ConfigureAwait(false);
        await AddRelationsAsync(request, options).ConfigureAwait(false);
        await AddAliasesAsync(request, registration).ConfigureAwait(false);
        if (registration.IsRemote)
            await AddProvidersAsync(request, (ComponentResourceOptions)options).ConfigureAwait(false);
        return request;
    }

    public async ValueTask<ReadResourceRequest> ReadAsync(Registration registration, string id)
    {
        var options = registration.Options;
        var prepared = await PrepareAsync(registration).ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Id = id,
            Type = registration.Type,
            Name = registration.Name,
            Parent = prepared.Parent,
            Properties = prepared.Properties.Values,
            Provider = prepared.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = deployment.AcceptsResources,
        };
        request.AdditionalSecretOutputs.AddRange(((CustomResourceOptions)options).AdditionalSecretOutputsOrNone);
        var urns = new HashSet<string>(prepared.Dependencies);
        foreach (var resources in prepared.Properties.Dependencies.Values)
            await Dependencies.AddUrnsAsync(resources, registration.Resource, urns).ConfigureAwait(false);
        request.Dependencies.AddRange(urns);
        return request;
    }

    private async ValueTask<Prepared> PrepareAsync(Registration registration)
    {
        var options = registration.Options;
        var dependencies = new HashSet<string>();
        if (options.HasDependsOn)
        {
            var explicitOnes = await options.DependsOn.AsOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
            await Dependencies.AddUrnsAsync([.. explicitOnes], registration.Resource, dependencies).ConfigureAwait(false);
        }

        var keepResources = await features.ResourceReferencesAsync().ConfigureAwait(false);
        var keepOutputs = registration.IsRemote && await features.OutputValuesAsync().ConfigureAwait(false);
        var serializer = new Serializer(
            "",
            keepResources,
            keepOutputs,
            referencesAreNoDependencies: registration.IsRemote && keepResources
        );
        var properties = await SerializedProperties
            .OfAsync(registration.Args.Properties(), serializer, static name => name is not (WireNames.Id or WireNames.Urn))
            .ConfigureAwait(false);

        var parent =
            registration.Type == Stack.RootType
                ? ""
                : await (options.Parent ?? deployment.Stack).Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var provider = registration.IsCustom && options.Provider is { } p ? await p.ReferenceAsync().ConfigureAwait(false) : "";
        return new(parent, provider, properties, dependencies);
    }

    private static async ValueTask AddDependenciesAsync(
        RegisterResourceRequest request,
        Registration registration,
        Prepared prepared
    )
    {
        var all = prepared.Dependencies;
        foreach (var (name, resources) in prepared.Properties.Dependencies)
        {
            var property = new RegisterResourceRequest.Types.PropertyDependencies();
            request.PropertyDependencies.Add(name, property);
            if (resources.Count == 0)
                continue;
            var urns = new HashSet<string>();
            await Dependencies.AddUrnsAsync(resources, registration.Resource, urns).ConfigureAwait(false);
            property.Urns.AddRange(urns);
            all.UnionWith(urns);
        }
        request.Dependencies.AddRange(all);
    }

    private async ValueTask AddRelationsAsync(RegisterResourceRequest request, ResourceOptions options)
    {
        if (options.DeletedWith is { } deletedWith)
        {
            await features.RequireAsync("deletedWith", nameof(options.DeletedWith)).ConfigureAwait(false);
            request.DeletedWith = await deletedWith.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        }
        if (options.HasReplaceWith)
        {
            await features.RequireAsync("replaceWith", nameof(options.ReplaceWith)).ConfigureAwait(false);
            foreach (var other in await options.ReplaceWith.AsOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false))
                request.ReplaceWith.Add(await other.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false));
        }
        if (options.ReplacementTrigger is { } trigger)
        {
            var serializer = new Serializer(
                nameof(options.ReplacementTrigger),
                await features.ResourceReferencesAsync().ConfigureAwait(false)
            );
            request.ReplacementTrigger = await serializer.SerializeAsync(trigger).ConfigureAwait(false);
        }
    }

    private async ValueTask AddAliasesAsync(RegisterResourceRequest request, Registration registration)
    {
        // Asked for every resource, as the official SDK does: an engine may want to know what kind of program talks to it.
        if (await features.AliasSpecsAsync().ConfigureAwait(false))
        {
            foreach (var alias in registration.Options.HasAliases ? registration.Options.Aliases : [])
            {
                var data = await alias.ToOutput().DataAsync().ConfigureAwait(false);
                if (data.IsKnown)
                    request.Aliases.Add(await data.Value.ToWireAsync().ConfigureAwait(false));
            }
            return;
        }

        var urns = new HashSet<string>();
        foreach (var alias in registration.Resource.Aliases?.Urns ?? [])
        {
            if (await alias.GetValueAsync(whenUnknown: "").ConfigureAwait(false) is { Length: > 0 } urn && urns.Add(urn))
                request.AliasURNs.Add(urn);
        }
    }

    private static async ValueTask AddProvidersAsync(RegisterResourceRequest request, ComponentResourceOptions options)
    {
        foreach (
            var provider in options.Provider is { } one ? [one]
            : options.HasProviders ? options.Providers
            : []
        )
            request.Providers[provider.Package] = await provider.ReferenceAsync().ConfigureAwait(false);
    }

    private static void AddCustom(RegisterResourceRequest request, CustomResourceOptions options)
    {
        request.ImportId = options.ImportId ?? "";
        request.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputsOrNone);
        request.DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null;
        request.DeleteBeforeReplace = options.DeleteBeforeReplace ?? false;
        foreach (var (variable, name) in options.EnvVarMappingsOrNull ?? new Dictionary<string, string>())
            request.EnvVarMappings[variable] = name;
    }

    private static RegisterResourceRequest.Types.CustomTimeouts Timeouts(CustomTimeouts timeouts)
    {
        return new()
        {
            Create = Text(timeouts.Create),
            Update = Text(timeouts.Update),
            Delete = Text(timeouts.Delete),
        };

        static string Text(TimeSpan? time) =>
            time is { } t ? string.Create(CultureInfo.InvariantCulture, $"{t.Ticks * TimeSpan.NanosecondsPerTick}ns") : "";
    }

    /// <summary>What a registration and a read have in common.</summary>
    private sealed record Prepared(string Parent, string Provider, SerializedProperties Properties, HashSet<string> Dependencies);
}
