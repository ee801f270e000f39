using System.Collections.Immutable;

namespace Engine.Projects;

/// <summary>What runs a project's program.</summary>
/// <param name="Name">For example <c>dotnet</c>; empty runs nothing.</param>
/// <param name="Options">For <c>dotnet</c>: <c>binary</c> (what to start instead of building) and <c>use-executor</c> (instead of the <c>dotnet</c> command).</param>
public sealed record ProjectRuntime(string Name, ImmutableSortedDictionary<string, string> Options)
{
    /// <summary>No program is run.</summary>
    public static readonly ProjectRuntime None = new(
        "",
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
    );
}
