using Infra.Data;
using Infra.Settings.Data;
using Infra.Validation;

namespace Infra.Settings.Alarms;

/// <summary>Thresholds of each database instance.</summary>
internal sealed record DatabaseAlarmSettings
{
    [Setting("CPU of the instance, on average.", Unit = "percent", Min = 1, Max = 99)]
    public int CpuPercent { get; init; } = 80;

    [Setting("Storage that is still free. A full database stops.", Unit = "GiB", Min = 1)]
    public int FreeStorageGiB { get; init; } = 10;

    [Setting("Connections in use, of those that the instance allows.", Unit = "percent", Min = 1, Max = 99)]
    public int ConnectionsPercent { get; init; } = 80;

    [Setting("Memory that is still free.", Unit = "MiB", Min = 1)]
    public int FreeMemoryMiB { get; init; } = 1024;

    [Setting("How far a replica is behind.", Unit = "seconds", Min = 1)]
    public int ReplicaLagSeconds { get; init; } = 30;

    [Setting("What is left of the credits for bursts of storage traffic.", Unit = "percent", Min = 1, Max = 99)]
    public int StorageBurstPercent { get; init; } = 20;

    [Setting("What is left of the CPU credits; only instances of class t have any.", Unit = "credits", Min = 1)]
    public int CpuCredits { get; init; } = 30;

    /// <summary>Thresholds that the instance is beyond from the first day on.</summary>
    /// <param name="database">The instance.</param>
    public IEnumerable<Problem> Validate(DatabaseSettings database)
    {
        if (FreeStorageGiB >= database.StorageGiB)
            yield return new(
                "freeStorageGiB",
                FreeStorageGiB,
                $"less than the {database.StorageGiB} GiB there are",
                "the alarm would ring from the first day"
            );
        if (InstanceShape.Of(database.InstanceClass) is { } shape && FreeMemoryMiB >= shape.MemoryGiB * 1024 * 3 / 4)
            yield return new(
                "freeMemoryMiB",
                FreeMemoryMiB,
                $"less than three quarters of the {shape.MemoryGiB} GiB of {database.InstanceClass}, {shape.MemoryGiB * 1024 * 3 / 4} MiB",
                "PostgreSQL keeps a quarter for itself, and the alarm would ring for ever"
            );
    }
}
