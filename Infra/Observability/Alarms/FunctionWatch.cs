namespace Infra.Observability.Alarms;

/// <summary>A function of Lambda to watch.</summary>
/// <param name="Key">What its alarms begin with, such as <c>lambda</c>.</param>
/// <param name="FunctionName">The function.</param>
/// <param name="TimeoutSeconds">How long a call may take.</param>
internal sealed record FunctionWatch(string Key, string FunctionName, int TimeoutSeconds)
{
    /// <summary>The alias behind which copies are kept warm. Default: none are.</summary>
    public string? WarmAlias { get; init; }

    /// <summary>The queue of events that it failed at for good. Default: none.</summary>
    public string? FailureQueue { get; init; }

    /// <summary>What the rows watch.</summary>
    public string Thing => $"function/{FunctionName}";
}
