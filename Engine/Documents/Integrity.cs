using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engine.Model;
using Engine.Projects;
using Engine.Values;

namespace Engine.Documents;

/// <summary>What must hold of a stack's resources for a plan against them to mean anything.</summary>
internal static class Integrity
{
    public static void Check(JsonElement deployment, ImmutableArray<ResourceState> resources, ProblemList problems)
    {
        Magic(deployment, problems);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var live = new HashSet<string>(StringComparer.Ordinal);
        var providers = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < resources.Length; index++)
        {
            var state = resources[index];
            var place = $"resources[{index}] ({state.Urn})";
            if (!state.Custom && !string.IsNullOrEmpty(state.Id))
                problems.Add(place, $"id {state.Id} of a component", "none; only what a provider manages has one");
            if (state.Provider is { Length: > 0 } provider && !state.PendingReplacement && !providers.Contains(provider))
                problems.Add(place, $"provider {provider}", "a provider with this URN and id before it");
            foreach (var (role, urn) in References(state))
                if (!seen.Contains(urn))
                    problems.Add(place, $"{role} {urn}", "a resource before it");
            seen.Add(state.Urn);
            if (!state.Delete && !live.Add(state.Urn))
                problems.Add(place, "the same URN twice", "all but one of them marked for deletion");
            if (Urns.IsProviderType(state.Type))
                providers.Add($"{state.Urn}::{state.Id ?? Signatures.Unknown}");
        }
    }

    /// <summary>The hash under which Pulumi's engine signs the version it wrote a file with.</summary>
    public static string Magic(string version) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));

    private static void Magic(JsonElement deployment, ProblemList problems)
    {
        if (!deployment.TryGetProperty("manifest", out var manifest) || manifest.ValueKind != JsonValueKind.Object)
            return;
        var version = manifest.TryGetProperty("version", out var written) ? written.GetString() ?? "" : "";
        var magic = manifest.TryGetProperty("magic", out var hash) ? hash.GetString() ?? "" : "";
        if (magic != (version.Length == 0 ? "" : Magic(version)))
            problems.Add(
                "manifest.magic",
                magic.Length == 0 ? "nothing" : magic,
                "the SHA-256 of manifest.version",
                "export the stack again"
            );
    }

    private static IEnumerable<(string Role, string Urn)> References(ResourceState state)
    {
        if (!string.IsNullOrEmpty(state.Parent))
            yield return ("parent", state.Parent);
        foreach (var urn in state.Dependencies)
            yield return ("dependency", urn);
        foreach (var (property, urns) in state.PropertyDependencies)
        foreach (var urn in urns)
            yield return ($"dependency of {property}", urn);
        if (!string.IsNullOrEmpty(state.DeletedWith))
            yield return ("deletedWith", state.DeletedWith);
        foreach (var urn in state.ReplaceWith)
            yield return ("replaceWith", urn);
    }
}
