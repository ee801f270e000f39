using System.Collections.Immutable;

namespace Infra.Compute;

/// <summary>
/// One service of a system, as a row of its table. All else follows from the table: settings, repository, log, routes, names by which
/// services find each other, and security rules. A further service is a further row.
/// </summary>
/// <param name="Name">Its name, in small letters: part of physical names, of hosts, and its key among the settings.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="Size">What it was given by its source: the default of the settings <c>cpu</c> and <c>memoryMiB</c>.</param>
internal sealed record ServiceRow(string Name, int Port, FargateSize Size)
{
    /// <summary>What it answers with 200 when it can work. Default: <c>/health</c>.</summary>
    public string HealthPath { get; init; } = "/health";

    /// <summary>Which requests of people lead to it. Default: none, so that only other services call it.</summary>
    public ServiceRoute? Route { get; init; }

    /// <summary>Its name in that of its target group, which has 32 characters at most. Default: <see cref="Name"/>.</summary>
    public string? ShortRole { get; init; }

    /// <summary>What it is given. Default: nothing.</summary>
    public ImmutableArray<ServiceGrant> Given { get; init; } = [];

    /// <summary>The services that it calls, by name, and for each the variable that tells it where. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Calls { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Directories that it may write, in memory and lost with its task. Default: <c>/tmp</c>.
    /// </summary>
    public ImmutableArray<string> WritableDirectories { get; init; } = ["/tmp"];

    /// <summary>Whether people reach it through the load balancer.</summary>
    public bool IsPublic => Route is not null;

    /// <summary>Whether it is given something.</summary>
    /// <param name="grant">What.</param>
    public bool Has(ServiceGrant grant) => Given.Contains(grant);
}
