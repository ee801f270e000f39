using System.Collections.Immutable;
using Protocol;

namespace Engine.Monitor;

/// <summary>
/// Checks that what a goal refers to is registered. As a program can only refer to what it has, a missing one is a defect or one half of a
/// cycle: the goals that had to be refused are kept, so that the second half of a cycle can be told from a mere absence.
/// </summary>
internal sealed class References(ResourceGraph graph)
{
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);

    /// <exception cref="RegistrationException">Something the goal refers to is not registered.</exception>
    public void Check(Goal goal, string urn)
    {
        foreach (var dependency in goal.Dependencies)
            Require(dependency, urn, "depends on");
        foreach (var (property, dependencies) in goal.PropertyDependencies)
        foreach (var dependency in dependencies)
            Require(dependency, urn, "depends on", $" in its property '{property}'");
        if (goal.DeletedWith.Length > 0)
            Require(goal.DeletedWith, urn, "is deleted with");
        foreach (var other in goal.ReplaceWith)
            Require(other, urn, "is replaced with");
    }

    /// <summary>The parent of a goal, or nothing at the top.</summary>
    /// <exception cref="RegistrationException">The parent is not registered.</exception>
    public Node? Parent(Goal goal)
    {
        if (goal.Parent is not { } parent)
            return null;
        return graph.Find(parent)
            ?? throw new RegistrationException(
                GrpcStatusCode.InvalidArgument,
                $"{goal.Type} '{goal.Name}': its parent {parent} is not registered; register the parent first, and use the URN it was given"
            );
    }

    private void Require(string wanted, string urn, string relation, string where = "")
    {
        if (graph.Find(wanted) is not null)
            return;
        _refused[urn] = wanted;
        throw new RegistrationException(
            GrpcStatusCode.InvalidArgument,
            Cycle(urn) is { } cycle
                ? $"{urn}: cyclic dependency, {string.Join(" → ", cycle)}; break it by removing one of these dependencies"
                : $"{urn}: it {relation} {wanted}{where}, which is not registered; register that first, or remove the dependency",
            urn
        );
    }

    private ImmutableArray<string>? Cycle(string urn)
    {
        var path = ImmutableArray.CreateBuilder<string>();
        for (var at = urn; ; )
        {
            path.Add(at);
            if (!_refused.TryGetValue(at, out var next) || path.Count > _refused.Count + 1)
                return null;
            at = next;
            if (at == urn)
            {
                path.Add(urn);
                return path.ToImmutable();
            }
        }
    }
}
