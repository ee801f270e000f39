using System.Collections.Immutable;
using Infra.Settings.Alarms;
using Infra.Validation;

namespace Infra.Settings.IdpServer;

/// <summary>Settings of the alarms.</summary>
internal sealed record AlarmSettings
{
    [Setting("Whether alarms tell anybody. Off, they are only to be seen in the console.")]
    public bool Enabled { get; init; } = true;

    [Setting(
        "Alarms that tell nobody, by name without the stack's prefix.",
        Form = "names such as redis-001-evictions",
        Pattern = "^[a-z0-9-]+$"
    )]
    public ImmutableArray<string> Muted { get; init; } = [];

    [Setting("What runbooks are found under: a folder of the repository, or the address of a site.")]
    public string RunbookBase { get; init; } = "docs/runbooks";

    [Setting("Thresholds of the tasks.")]
    public ServiceAlarmSettings Service { get; init; } = new();

    [Setting("Thresholds of the load balancer.")]
    public LoadBalancerAlarmSettings LoadBalancer { get; init; } = new();

    [Setting("Thresholds of each database instance.")]
    public DatabaseAlarmSettings Database { get; init; } = new();

    [Setting("Thresholds of each member of the cache.")]
    public CacheAlarmSettings Cache { get; init; } = new();

    [Setting("Thresholds of each NAT gateway.")]
    public NatAlarmSettings Nat { get; init; } = new();

    [Setting("Thresholds of the web application firewall.")]
    public WafAlarmSettings Waf { get; init; } = new();

    [Setting("Thresholds of what the application logs.")]
    public LogAlarmSettings Log { get; init; } = new();

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="storageGiB">Storage of the database; nothing when it could not be read.</param>
    public IEnumerable<Problem> Validate(int? storageGiB)
    {
        foreach (var problem in LoadBalancer.Validate())
            yield return problem.Under("loadBalancer");
        if (storageGiB <= Database.FreeStorageGiB)
            yield return new(
                "database.freeStorageGiB",
                Database.FreeStorageGiB,
                $"less than the {storageGiB} GiB there are",
                "the alarm would ring from the first day"
            );
    }
}
