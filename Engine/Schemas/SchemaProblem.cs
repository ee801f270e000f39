namespace Engine.Schemas;

/// <summary>An input that does not fit the schema.</summary>
/// <param name="Path">Which input, for example <c>rules[0].port</c>.</param>
/// <param name="Got">What was given; never the content of a secret.</param>
/// <param name="Want">What the schema allows.</param>
/// <param name="WayOut">What to do about it. Default: nothing that the rest does not say.</param>
/// <param name="IsWarning">Whether it only deserves a look (something deprecated), rather than being refused.</param>
internal sealed record SchemaProblem(string Path, string Got, string Want, string? WayOut = null, bool IsWarning = false)
{
    /// <summary>Whether it is a warning that says no way out.</summary>
    public bool IsIdle => IsWarning && WayOut is null;

    /// <summary>As a message says it: <c>path: got, want; way out</c>.</summary>
    public override string ToString() => $"{Path}: got {Got}, want {Want}{(WayOut is null ? "" : $"; {WayOut}")}";
}
