using Engine.Model;
using Engine.Providers;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Planning;

/// <summary>Whether a resource that is handed to another provider has to be replaced.</summary>
internal static class ProviderChange
{
    // Whatever the provider, what lives in one place is not the same as what lives in another.
    private const string Region = "region";

    /// <summary>
    /// From or to no provider: yes. Else if the providers' settings differ in one that moves resources; another name, id or version alone does not.
    /// </summary>
    public static bool Replaces(
        string? old,
        string? now,
        Func<string, ResourceState?> oldProvider,
        Func<string, ResourceState?> newProvider,
        SchemaLibrary schemas
    )
    {
        if (old == now || (string.IsNullOrEmpty(old) && string.IsNullOrEmpty(now)))
            return false;
        if (string.IsNullOrEmpty(old) || string.IsNullOrEmpty(now))
            return true;
        var (before, after) = (State(old, oldProvider), State(now, newProvider));
        return before is not null
            && after is not null
            && InputDiff
                .Between(before.Inputs, after.Inputs, schemas.Resource(after.Type))
                .Any(difference => difference.Kind.Replaces() || IsMove(difference, before, after));
    }

    private static ResourceState? State(string reference, Func<string, ResourceState?> find) =>
        ProviderReference.Parse(reference) is { } provider ? find(provider.Urn) : null;

    // A region that is unset, or not known yet, may well be the one that was meant before.
    private static bool IsMove(InputDifference difference, ResourceState before, ResourceState after) =>
        difference.Property == Region && before.Inputs[Region].AsText() is not null && after.Inputs[Region].AsText() is not null;
}
