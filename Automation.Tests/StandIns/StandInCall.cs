namespace Automation.Tests.StandIns;

/// <summary>How the stand-in was called once.</summary>
internal sealed record StandInCall(
    IReadOnlyList<string> Arguments,
    string Directory,
    IReadOnlyDictionary<string, string> Environment,
    string? Input
)
{
    /// <summary>The command line without the name of the executable.</summary>
    public string Line => string.Join(' ', Arguments);
}
