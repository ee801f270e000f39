using Engine.Model;
using Engine.Planning;

namespace Infra.Cli.Deploying.Progress;

/// <summary>Which component of its system a resource belongs to.</summary>
internal sealed class ComponentTree
{
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _components = new(StringComparer.Ordinal);

    /// <param name="states">Every resource and component that is deployed or will be.</param>
    public ComponentTree(IEnumerable<ResourceState> states)
    {
        foreach (var state in states)
        {
            _parents[state.Urn] = state.Parent;
            if (!state.Custom)
                _components.Add(state.Urn);
        }
    }

    /// <summary>Those of a plan, what it deletes included.</summary>
    public static ComponentTree Of(Plan plan) => new(plan.Steps.Select(step => step.State));

    /// <summary>Whether people count it: neither a component nor a provider.</summary>
    public bool IsResource(string urn, string type) =>
        !_components.Contains(urn) && !Urns.IsProviderType(type) && type != Urns.StackType;

    /// <summary>The component right below the system's own. Default: the system's own, or none where there is no system.</summary>
    public string? Of(string urn)
    {
        var above = new List<string>();
        for (var at = Parent(urn); at is not null && Urns.Type(at) != Urns.StackType; at = Parent(at))
            above.Add(at);
        return above.Count == 0 ? null : above[Math.Max(0, above.Count - 2)];
    }

    private string? Parent(string urn) => _parents.GetValueOrDefault(urn);
}
