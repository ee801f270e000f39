using System.Collections.Immutable;
using Infra.Settings.Alarms;
using Infra.Settings.Data;
using Infra.Validation;

namespace Infra.Settings.Finsight;

/// <summary>Settings of the alarms of finsight.</summary>
internal sealed record FinsightAlarmSettings
{
    [Setting("Whether alarms tell anybody. Off, they are only to be seen in the console.")]
    public bool Enabled { get; init; } = true;

    [Setting("Alarms that tell nobody, by key.", Form = "keys such as lambda-auth-throttles", Pattern = "^[a-z0-9-]+$")]
    public ImmutableArray<string> Muted { get; init; } = [];

    [Setting("What runbooks are found under: a folder of the repository, or the address of a site.")]
    public string RunbookBase { get; init; } = "docs/runbooks";

    [Setting("Thresholds of the API.")]
    public ApiAlarmSettings Api { get; init; } = new();

    [Setting("Thresholds of what callers of the API do wrong.")]
    public CallerAlarmSettings Callers { get; init; } = new();

    [Setting("Thresholds of each function.")]
    public FunctionAlarmSettings Function { get; init; } = new();

    [Setting("Thresholds of the database.")]
    public DatabaseAlarmSettings Database { get; init; } = new();

    [Setting("Thresholds of the proxy before it.")]
    public DatabaseProxyAlarmSettings Proxy { get; init; } = new();

    [Setting("Thresholds of the NAT gateway.")]
    public NatAlarmSettings Nat { get; init; } = new();

    [Setting("Thresholds of the CDN.")]
    public CdnAlarmSettings Cdn { get; init; } = new();

    [Setting("Thresholds of the firewall.")]
    public WafAlarmSettings Waf { get; init; } = new();

    /// <summary>What all alarms share.</summary>
    public AlarmSwitches Switches => new(Enabled, Muted, RunbookBase);

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="database">The database.</param>
    public IEnumerable<Problem> Validate(DatabaseSettings database) =>
        Database.Validate(database).Select(problem => problem.Under("database"));
}
