namespace Infra.Observability.Alarms;

/// <summary>A canary to watch; only one that runs.</summary>
/// <param name="Key">What its alarms begin with, such as <c>canary</c>.</param>
/// <param name="CanaryName">The canary.</param>
/// <param name="EveryMinutes">How often it asks.</param>
internal sealed record CanaryWatch(string Key, string CanaryName, int EveryMinutes)
{
    /// <summary>What the rows watch.</summary>
    public string Thing => $"canary/{CanaryName}";
}
