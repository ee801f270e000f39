using Infra.Validation;

namespace Infra.Data;

/// <summary>
/// Whether the connections of all tasks, those of the old and the new version together while one replaces the other, fit the database.
/// </summary>
internal sealed record ConnectionBudget
{
    // Jobs, people, monitoring, and the three that PostgreSQL keeps for superusers.
    private const int Reserve = 20;

    /// <summary>The most tasks there will be.</summary>
    public required int MaxTasks { get; init; }

    /// <summary>Of those, how many there may be for a while when a new version comes, in percent.</summary>
    public required int DeploymentMaximumPercent { get; init; }

    /// <summary>Connections of a task for writing.</summary>
    public required int Writers { get; init; }

    /// <summary>Connections of a task for reading.</summary>
    public required int Readers { get; init; }

    /// <summary>Copies that serve reads; without one the primary does.</summary>
    public required int Replicas { get; init; }

    /// <summary>What the database accepts, the primary and each copy.</summary>
    public required int MaxConnections { get; init; }

    private int Tasks => (MaxTasks * DeploymentMaximumPercent + 99) / 100;

    /// <summary>The most connections to the primary, reserve included.</summary>
    public int Primary => Tasks * (Replicas == 0 ? Writers + Readers : Writers) + Reserve;

    /// <summary>The most connections to one copy, reserve included: all readers, for when it is the only one left.</summary>
    public int Replica => Replicas == 0 ? 0 : Tasks * Readers + Reserve;

    /// <summary>The sums that do not fit.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Primary > MaxConnections)
            yield return Over(
                "the primary",
                Replicas == 0 ? $"({Writers} writers + {Readers} readers)" : $"{Writers} writers",
                Primary
            );
        if (Replica > MaxConnections)
            yield return Over("a replica", $"{Readers} readers", Replica);
    }

    private Problem Over(string server, string perTask, int sum) =>
        new(
            "service.pools",
            $"{Tasks} tasks while deploying ({MaxTasks} × {DeploymentMaximumPercent} %) × {perTask} + {Reserve} in reserve = {sum} connections to {server}",
            $"{MaxConnections} at most, as database.maxConnections is",
            "lower the pools or service.scaling.maxTasks, or raise database.maxConnections"
        );
}
