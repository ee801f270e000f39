namespace Infra.Observability;

/// <summary>What it means that a metric says nothing.</summary>
internal enum MissingData
{
    /// <summary>Nothing happened, so nothing is wrong: counters of faults that are silent while there are none.</summary>
    NotBreaching,

    /// <summary>What should speak all the time has gone silent, which is the fault itself.</summary>
    Breaching,

    /// <summary>Nothing can be said; the alarm shows insufficient data.</summary>
    Missing,

    /// <summary>The alarm stays as it was.</summary>
    Ignore,
}
