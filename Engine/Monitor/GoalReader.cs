using System.Collections.Immutable;
using Engine.Values;
using Google.Protobuf.Collections;
using Protocol;
using Pulumirpc;

namespace Engine.Monitor;

/// <summary>Turns a program's requests into goals.</summary>
internal sealed class GoalReader(WireReader values, NamePool names)
{
    public Goal Read(RegisterResourceRequest request)
    {
        RefuseCallbacks(request);
        var found = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var inputs = values.Read(request.Object, found);
        var properties = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (property, dependencies) in request.PropertyDependencies)
            properties[names.Share(property)] = Share(dependencies.Urns);
        var dependenciesOfAll = new SortedSet<string>(request.Dependencies.Select(names.Share), StringComparer.Ordinal);
        foreach (var (property, urns) in found)
        {
            properties[property] = [.. urns.Union(properties.GetValueOrDefault(property, [])).Order(StringComparer.Ordinal)];
            dependenciesOfAll.UnionWith(urns);
        }
        return new Goal
        {
            Type = names.Share(request.Type),
            Name = request.Name,
            Custom = request.Custom,
            Remote = request.Remote,
            Parent = request.Parent.Length == 0 ? null : names.Share(request.Parent),
            Inputs = inputs,
            Dependencies = dependenciesOfAll.Count == 0 ? [] : [.. dependenciesOfAll],
            PropertyDependencies = properties.ToImmutable(),
            Provider = names.Share(request.Provider),
            Providers = request.Providers,
            Version = request.Version,
            PluginDownloadUrl = request.PluginDownloadURL,
            Protect = request.HasProtect ? request.Protect : null,
            RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : null,
            DeletedWith = request.DeletedWith,
            ReplaceWith = Share(request.ReplaceWith),
            IgnoreChanges = [.. request.IgnoreChanges],
            ReplaceOnChanges = [.. request.ReplaceOnChanges],
            AdditionalSecretOutputs = Share(request.AdditionalSecretOutputs),
            Aliases = [.. request.Aliases, .. request.AliasURNs.Select(urn => new Alias { Urn = urn })],
            ImportId = request.ImportId,
            DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
            CustomTimeouts = Timeouts(request.CustomTimeouts),
            ReplacementTrigger = request.ReplacementTrigger is { } trigger ? values.Read(trigger) : null,
            Position = request.SourcePosition is { } at ? $"{at.Uri}:{at.Line}" : "",
        };
    }

    public Goal Read(ReadResourceRequest request)
    {
        var found = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var inputs = values.Read(request.Properties, found);
        return new Goal
        {
            Type = names.Share(request.Type),
            Name = request.Name,
            Read = true,
            Id = Signatures.IsUnknown(request.Id) ? UnknownValue.Instance : new StringValue(request.Id),
            Parent = request.Parent.Length == 0 ? null : names.Share(request.Parent),
            Inputs = inputs,
            Dependencies =
            [
                .. request
                    .Dependencies.Select(names.Share)
                    .Concat(found.Values.SelectMany(urns => urns))
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            Provider = names.Share(request.Provider),
            Version = request.Version,
            PluginDownloadUrl = request.PluginDownloadURL,
            AdditionalSecretOutputs = Share(request.AdditionalSecretOutputs),
            Position = request.SourcePosition is { } at ? $"{at.Uri}:{at.Line}" : "",
        };
    }

    private static void RefuseCallbacks(RegisterResourceRequest request)
    {
        if (request.Transforms.Count > 0)
            throw Unsupported("transforms", "use resource options, or preview with pulumi");
        if (request.Hooks is { } hooks && hooks.CalculateSize() > 0)
            throw Unsupported("resource hooks", "preview with pulumi");

        RegistrationException Unsupported(string feature, string wayOut) =>
            new(
                GrpcStatusCode.Unimplemented,
                $"{request.Type} '{request.Name}': got {feature}, which this offline engine does not run; {wayOut}"
            );
    }

    private ImmutableArray<string> Share(RepeatedField<string> texts) => texts.Count == 0 ? [] : [.. texts.Select(names.Share)];

    private static ImmutableSortedDictionary<string, double> Timeouts(RegisterResourceRequest.Types.CustomTimeouts? timeouts)
    {
        var seconds = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        if (timeouts is not null)
            foreach (
                var (key, text) in new[]
                {
                    ("create", timeouts.Create),
                    ("update", timeouts.Update),
                    ("delete", timeouts.Delete),
                    ("read", timeouts.Read),
                }
            )
                if (text.Length > 0)
                    seconds[key] =
                        GoDuration.Seconds(text)
                        ?? throw new WireFormatException(
                            $"customTimeouts.{key}",
                            $"got '{text}', want a duration such as 90s or 1h30m"
                        );
        return seconds.ToImmutable();
    }
}
