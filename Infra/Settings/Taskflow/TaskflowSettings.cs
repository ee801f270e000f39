using Infra.Settings.Edge;
using Infra.Settings.Identity;
using Infra.Settings.Mail;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Infra.Settings.Serverless;
using Infra.Validation;

namespace Infra.Settings.Taskflow;

/// <summary>Everything a stack of system taskflow may decide. The values of each environment are in <see cref="TaskflowDefaults"/>.</summary>
internal sealed record TaskflowSettings
{
    private const string BuiltCode = "artifacts/taskflow-api.zip";

    [Setting("Whether what holds data or is known by name outside (users, table, content, key) refuses to be deleted.")]
    public bool Protect { get; init; } = true;

    [Setting("The key that encrypts everything of the system, and its like in us-east-1.")]
    public KeySettings Key { get; init; } = new();

    [Setting("The CDN: host, certificate, and how the API knows it.")]
    public CdnSettings Cdn { get; init; } = new();

    [Setting("The web application firewall before the CDN.")]
    public CdnWafSettings Waf { get; init; } = new();

    [Setting("The users and how they sign in.")]
    public UserPoolSettings Users { get; init; } = new();

    [Setting("The e-mail that users get. Without a domain of its own it is from that of the CDN.")]
    public MailSettings Mail { get; init; } = new();

    [Setting("The function behind the API.")]
    public FunctionSettings Function { get; init; } = new();

    [Setting("The API.")]
    public ApiSettings Api { get; init; } = new();

    [Setting("The table of tasks.")]
    public TableSettings Table { get; init; } = new();

    [Setting("The bucket of people's content.")]
    public ContentBucketSettings Content { get; init; } = new();

    [Setting("Who hears of trouble.")]
    public AlertSettings Alerts { get; init; } = new();

    [Setting("What counts as trouble.")]
    public TaskflowAlarmSettings Alarms { get; init; } = new();

    [Setting("Records of what was done in the account.")]
    public AuditSettings Audit { get; init; } = new();

    [Setting("Tags that every resource carries.")]
    public TagSettings Tags { get; init; } = new();

    /// <summary>The mail of the stack: of the domain that it serves, where nothing else is said.</summary>
    public MailSettings DomainMail =>
        Mail.Domain is null && Cdn.Domain is { } domain
            ? Mail with
            {
                Domain = domain,
                HostedZoneId = Mail.HostedZoneId ?? (Mail.RecordsAreSet ? null : Cdn.HostedZoneId),
            }
            : Mail;

    /// <summary>The function, with its code where the build puts it unless the stack file names another place.</summary>
    public FunctionSettings ApiFunction => Function with { Artifact = Function.Artifact.Or(BuiltCode) };

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context) =>
        [
            .. Host(),
            .. Cdn.Validate(context, Protect).Where(problem => problem.Path != "domain").Select(problem => problem.Under("cdn")),
            .. Waf.Validate(context, Protect).Select(problem => problem.Under("waf")),
            .. Users.Validate(Protect, context).Select(problem => problem.Under("users")),
            .. DomainMail.Validate(context).Select(problem => problem.Under("mail")),
            .. ApiFunction.Validate(context.Environment == StackEnvironment.Prod).Select(problem => problem.Under("function")),
            .. Table.Validate(Protect).Select(problem => problem.Under("table")),
            .. Content.Validate(Protect).Select(problem => problem.Under("content")),
            .. Alerts.Validate().Select(problem => problem.Under("alerts")),
            .. Audit.Validate(context).Select(problem => problem.Under("audit")),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];

    // In every environment, and for other reasons than the CDN has.
    private IEnumerable<Problem> Host()
    {
        if (Cdn.Domain is null)
            yield return new("cdn.domain", null, "the host people use", "callbacks, passkeys and mail belong to it");
    }
}
