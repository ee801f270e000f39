using Engine.Model;
using Protocol;

namespace Engine.Monitor;

/// <summary>What can be said of a goal before looking at other resources.</summary>
internal static class GoalCheck
{
    /// <summary>Refuses names and types that cannot be part of a URN, or whose package cannot be told.</summary>
    public static void NameAndType(Goal goal)
    {
        if (goal.Name.Length == 0)
            throw Refuse($"a resource of type '{goal.Type}': got an empty name, want a name that is unique within its parent");
        if (goal.Type.Contains("::", StringComparison.Ordinal) || goal.Type.Contains('$', StringComparison.Ordinal))
            throw Refuse(
                $"resource '{goal.Name}': got type '{goal.Type}', want one without '::' and '$', which separate types in URNs"
            );
        if (goal.Type.Length == 0)
            throw Refuse($"resource '{goal.Name}': got no type, want a token such as aws:s3/bucket:Bucket");
        if ((goal.Custom || goal.Remote) && !IsToken(goal.Type))
            throw Refuse(
                $"resource '{goal.Name}': got type '{goal.Type}', want a token of the form package:module:Name, such as aws:s3/bucket:Bucket"
            );
    }

    /// <summary>Refuses a resource that waits for itself.</summary>
    public static void NotItself(Goal goal, string urn)
    {
        var relation =
            goal.Dependencies.Contains(urn) || goal.PropertyDependencies.Any(property => property.Value.Contains(urn))
                ? "depends on"
            : goal.Parent == urn ? "is the parent of"
            : goal.DeletedWith == urn ? "is deleted with"
            : goal.ReplaceWith.Contains(urn) ? "is replaced with"
            : null;
        if (relation is not null)
            throw new RegistrationException(
                GrpcStatusCode.InvalidArgument,
                $"{urn}: cyclic dependency, the resource {relation} itself; remove that option or input",
                urn
            );
    }

    private static bool IsToken(string type)
    {
        var first = type.IndexOf(':', StringComparison.Ordinal);
        var last = type.LastIndexOf(':');
        return first > 0 && last > first + 1 && last < type.Length - 1;
    }

    private static RegistrationException Refuse(string problem) => new(GrpcStatusCode.InvalidArgument, problem);
}
