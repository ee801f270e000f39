using System.Collections.Immutable;
using Engine.Model;
using Protocol;
using Pulumirpc;

namespace Engine.Monitor;

/// <summary>Turns aliases, and the renaming of parents, into the URNs under which a resource may be known from before.</summary>
internal sealed class AliasResolver(string stack, string project, ResourceGraph graph)
{
    /// <summary>Every former URN of a goal, the first being preferred; without its present one.</summary>
    public ImmutableArray<string> Resolve(Goal goal, string urn, Node? parent)
    {
        var renamed = parent is not null && parent.OldUrn != parent.Urn;
        if (goal.Aliases.Count == 0 && !renamed)
            return [];
        var found = new List<string>();
        foreach (var alias in goal.Aliases)
            found.Add(alias.AliasCase == Alias.AliasOneofCase.Urn ? Valid(alias.Urn, goal) : FromSpec(alias.Spec ?? new(), goal));
        if (renamed)
        {
            var own = found.ToArray();
            found.Add(UnderOldParent(goal.Type, goal.Name, parent!));
            foreach (var alias in own)
                found.Add(UnderOldParent(Urns.Type(alias), Urns.Name(alias), parent!));
        }
        return [.. found.Distinct(StringComparer.Ordinal).Where(alias => alias != urn)];
    }

    private string FromSpec(Alias.Types.Spec spec, Goal goal)
    {
        var parentUrn = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.NoParent => null,
            Alias.Types.Spec.ParentOneofCase.ParentUrn => Old(spec.ParentUrn),
            _ => goal.Parent,
        };
        var type = spec.Type.Length > 0 ? spec.Type : goal.Type;
        var name = spec.Name.Length > 0 ? spec.Name : goal.Name;
        return parentUrn is null || Urns.Type(parentUrn) == Urns.StackType
            ? Urns.Create(
                spec.Stack is { Length: > 0 } s ? s : stack,
                spec.Project is { Length: > 0 } p ? p : project,
                null,
                type,
                name
            )
            : Urns.Create(Urns.Stack(parentUrn), Urns.Project(parentUrn), parentUrn, type, name);

        string Old(string given) => graph.Find(given)?.OldUrn ?? Valid(given, goal);
    }

    /// <summary>The URN under the parent's former one; a name that begins with the parent's name followed its renaming.</summary>
    private static string UnderOldParent(string type, string name, Node parent)
    {
        var (before, now) = (Urns.Name(parent.OldUrn), Urns.Name(parent.Urn));
        var formerName = before != now && name.StartsWith(now, StringComparison.Ordinal) ? before + name[now.Length..] : name;
        return Urns.Create(Urns.Stack(parent.OldUrn), Urns.Project(parent.OldUrn), parent.OldUrn, type, formerName);
    }

    private static string Valid(string urn, Goal goal) =>
        Urns.IsValid(urn)
            ? urn
            : throw new RegistrationException(
                GrpcStatusCode.InvalidArgument,
                $"{goal.Type} '{goal.Name}': got alias '{urn}', want a URN such as urn:pulumi:stack::project::type::name"
            );
}
