namespace Review.Cost.Savings;

/// <summary>Every way to pay less that is looked for.</summary>
internal static class SavingsCatalog
{
    /// <summary>The ways; each finds nothing where it does not apply.</summary>
    public static readonly Func<WhatIf, IEnumerable<Saving>>[] All =
    [
        Graviton.Tasks,
        Graviton.Functions,
        Graviton.Databases,
        CacheEngine.Valkey,
        OneNat.Gateways,
        EndpointsOrNat.Endpoints,
        SpotTasks.Of,
        Nights.Planned,
        Nights.Possible,
        Retention.Logs,
        VolumeTypes.Gp3,
    ];
}
