namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>Tells failures apart by what the CLI says on its error stream.</summary>
internal static class FailureKinds
{
    /// <summary><c>no stack named 'dev' found</c>.</summary>
    public static bool IsStackNotFound(string error) => HasInOneLine(error, "no stack named", "found");

    /// <summary><c>stack 'dev' already exists</c>.</summary>
    public static bool IsStackAlreadyExists(string error) => HasInOneLine(error, "stack", "already exists");

    /// <summary>What Pulumi Cloud says, and what a backend of one's own does, which has a lock.</summary>
    public static bool IsConcurrentUpdate(string error) =>
        error.Contains("[409] Conflict: Another update is currently in progress.", StringComparison.Ordinal)
        || error.Contains("the stack is currently locked by", StringComparison.Ordinal);

    private static bool HasInOneLine(string text, string first, string second)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var position = line.IndexOf(first, StringComparison.Ordinal);
            if (position >= 0 && line[(position + first.Length)..].Contains(second, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
