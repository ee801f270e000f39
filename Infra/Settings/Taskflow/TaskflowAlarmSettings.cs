using System.Collections.Immutable;
using Infra.Settings.Alarms;
using Infra.Settings.Identity;

namespace Infra.Settings.Taskflow;

/// <summary>Settings of the alarms of taskflow.</summary>
internal sealed record TaskflowAlarmSettings
{
    [Setting("Whether alarms tell anybody. Off, they are only to be seen in the console.")]
    public bool Enabled { get; init; } = true;

    [Setting("Alarms that tell nobody, by key.", Form = "keys such as web-throttled", Pattern = "^[a-z0-9-]+$")]
    public ImmutableArray<string> Muted { get; init; } = [];

    [Setting("What runbooks are found under: a folder of the repository, or the address of a site.")]
    public string RunbookBase { get; init; } = "docs/runbooks";

    [Setting("Thresholds of the user pool.")]
    public UserPoolAlarmSettings Users { get; init; } = new();

    [Setting("Thresholds of the function.")]
    public FunctionAlarmSettings Function { get; init; } = new();

    [Setting("Thresholds of the API.")]
    public ApiAlarmSettings Api { get; init; } = new();

    [Setting("Thresholds of the table.")]
    public TableAlarmSettings Table { get; init; } = new();

    [Setting("Thresholds of the CDN.")]
    public CdnAlarmSettings Cdn { get; init; } = new();

    [Setting("Thresholds of the firewall.")]
    public WafAlarmSettings Waf { get; init; } = new();

    /// <summary>What all alarms share.</summary>
    public AlarmSwitches Switches => new(Enabled, Muted, RunbookBase);
}
