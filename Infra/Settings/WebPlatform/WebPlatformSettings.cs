using Infra.Compute;
using Infra.Settings.Compute;
using Infra.Settings.Edge;
using Infra.Settings.Identity;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Infra.Settings.Serverless;
using Infra.Validation;

namespace Infra.Settings.WebPlatform;

/// <summary>Everything a stack of system web-platform may decide. The values of production are in <see cref="WebPlatformDefaults"/>.</summary>
internal sealed record WebPlatformSettings
{
    [Setting("Whether what holds data or is known by name outside (VPC, addresses, key, users) refuses to be deleted.")]
    public bool Protect { get; init; } = true;

    [Setting("Addresses, zones and the ways in and out.")]
    public NetworkSettings Network { get; init; } = new();

    [Setting("The key that encrypts everything of the system, and its like in us-east-1.")]
    public KeySettings Key { get; init; } = new();

    [Setting("The CDN: host, certificate, and how its origin knows it.")]
    public CdnSettings Cdn { get; init; } = new();

    [Setting("The web application firewall before the CDN.")]
    public CdnWafSettings Waf { get; init; } = new();

    [Setting("The load balancer behind the CDN.")]
    public PlatformEdgeSettings Edge { get; init; } = new();

    [Setting("The instances that run the tasks.")]
    public InstanceSettings Instances { get; init; } = new();

    [Setting("The service that runs the application.")]
    public PlatformServiceSettings Service { get; init; } = new();

    [Setting("The users and how they sign in.")]
    public UserPoolSettings Users { get; init; } = new();

    [Setting("The database, off by default.")]
    public PlatformDatabaseSettings Database { get; init; } = new();

    [Setting("What asks the platform from outside, off by default.")]
    public CanarySettings Canary { get; init; } = new();

    [Setting("Who hears of trouble.")]
    public AlertSettings Alerts { get; init; } = new();

    [Setting("What counts as trouble.")]
    public WebPlatformAlarmSettings Alarms { get; init; } = new();

    [Setting("Records of what was done in the account.")]
    public AuditSettings Audit { get; init; } = new();

    [Setting("The stop at night and over the weekend.")]
    public StopSettings Stop { get; init; } = new();

    [Setting("Tags that every resource carries.")]
    public TagSettings Tags { get; init; } = new();

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="unread">Problems of reading; what depends on those settings is not checked.</param>
    public IEnumerable<Problem> Validate(StackContext context, IReadOnlyCollection<Problem> unread) =>
        [
            .. Network.Validate(context.Region, unread, onInstances: true).Select(problem => problem.Under("network")),
            .. Cdn.Validate(context, Protect).Select(problem => problem.Under("cdn")),
            .. Waf.Validate(context, Protect).Select(problem => problem.Under("waf")),
            .. Edge.Validate(context.Region, Cdn.HostedZoneId is not null, Cdn.Domain).Select(problem => problem.Under("edge")),
            .. Instances.Validate(context).Select(problem => problem.Under("instances")),
            .. Service.Validate(context, Instances.ToCapacity(context)).Select(problem => problem.Under("service")),
            .. Users.Validate(Protect, context).Select(problem => problem.Under("users")),
            .. Callback(),
            .. Database.Validate(context, Network.Zones, Protect).Select(problem => problem.Under("database")),
            .. Canary.Validate().Select(problem => problem.Under("canary")),
            .. Alerts.Validate().Select(problem => problem.Under("alerts")),
            .. Counted(),
            .. Alarms.Validate(Service.Scaling.MinTasks, Database).Select(problem => problem.Under("alarms")),
            .. Audit.Validate(context).Select(problem => problem.Under("audit")),
            .. Stop.Validate(Protect, Database.Enabled ? Database.Instance.ReadReplicas : 0)
                .Select(problem => problem.Under("stop")),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];

    // Silence means that no task runs: see PlatformAlarms.
    private IEnumerable<Problem> Counted()
    {
        if (Instances.Insights == ContainerInsights.Disabled && Service.Scaling.MinTasks > 0)
            yield return new(
                "instances.insights",
                Word.Of(ContainerInsights.Disabled),
                "enabled or enhanced while service.scaling.minTasks is above 0",
                "nobody would count the tasks, and the alarm on too few would ring for ever"
            );
    }

    private IEnumerable<Problem> Callback()
    {
        if (Cdn.Domain is null && !Users.Web.Localhost && Users.Web.CallbackUrls.IsEmpty)
            yield return new(
                "users.web.callbackUrls",
                Users.Web.CallbackUrls,
                "a URL while there is neither cdn.domain nor users.web.localhost",
                "people must be sent somewhere after they signed in"
            );
    }
}
