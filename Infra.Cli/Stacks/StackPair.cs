namespace Infra.Cli.Stacks;

/// <summary>Two stacks that are compared.</summary>
internal static class StackPair
{
    /// <summary>
    /// Why two stacks cannot be compared, and which can: of two systems everything would differ, and nothing could be learnt from that. Default: they
    /// can.
    /// </summary>
    public static string? Problem(StackTarget left, StackTarget right)
    {
        var key = $"{left.Project.Name}:system";
        var (system, other) = (left.Plain(key), right.Plain(key));
        var problem =
            left.File.Stack == right.File.Stack ? $"got {left.File.Stack} twice, want two stacks"
            : system != other
                ? $"got {left.File.Stack} of {system ?? "no system"} and {right.File.Stack} of {other ?? "no system"}, want two stacks of one system"
            : null;
        if (problem is null)
            return null;
        var others = StackSummary
            .Of(left.Project)
            .Where(stack => stack.System == system && stack.Name != left.File.Stack)
            .Select(stack => stack.Name)
            .ToList();
        var wayOut =
            others.Count == 0
                ? "there is no other of its system"
                : $"compare {left.File.Stack} with {string.Join(" or ", others)}";
        return $"{problem}; {wayOut}";
    }
}
