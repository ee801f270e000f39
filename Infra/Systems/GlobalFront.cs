using System.Collections.Immutable;
using Infra.Edge;
using Infra.Observability;
using Infra.Observability.Alarms;
using Infra.Security;
using Infra.Settings;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// Everything of a system that must live in us-east-1 because CloudFront does: the distribution, its certificate and firewall, and a key,
/// topics and alarms of their own, because neither keys nor topics reach across regions and alarms see the metrics of their own region only.
/// </summary>
internal sealed class GlobalFront : ComponentResource
{
    /// <summary>The provider of us-east-1.</summary>
    public const string ProviderName = "aws-global";

    private readonly string _name;
    private readonly GlobalFrontArgs _args;

    /// <summary>The distribution.</summary>
    public CdnDistribution Cdn { get; }

    /// <summary>What is turned away; nothing where the stack has no firewall.</summary>
    public WebAcl? Firewall { get; }

    /// <summary>Whom alarms of us-east-1 tell.</summary>
    public AlertTopics Topics { get; }

    /// <summary>What its alarms are called in settings.</summary>
    public ImmutableArray<string> AlarmKeys { get; }

    /// <summary>Makes the front.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">Its settings, and what is behind it.</param>
    /// <param name="options">The provider of us-east-1.</param>
    public GlobalFront(string name, GlobalFrontArgs args, ComponentResourceOptions options)
        : base("idp:system:GlobalFront", $"{name}-front", options)
    {
        (_name, _args) = ($"{name}-front", args);
        var context = GlobalEdge.In(args.Context);
        var child = new ComponentResourceOptions { Parent = this };

        var key = new EncryptionKey(_name, Key(context), child);
        Topics = new AlertTopics(_name, args.Alerts.ToArgs(context, key.Arn), child);
        Firewall = args.Waf.Enabled
            ? new WebAcl(
                _name,
                args.Waf.ToArgs(args.Context) with
                {
                    KeyArn = key.Arn,
                    SecretHeaders = args.SecretHeaders,
                },
                child
            )
            : null;
        var cdn = args.Cdn.ToArgs(args.Context, Certificate(context, child), args.Protect);
        Cdn = new CdnDistribution(
            _name,
            cdn with
            {
                Origins = args.Origins,
                Behaviours = args.Behaviours,
                DefaultRootObject = args.DefaultRootObject,
                ErrorPage = args.ErrorPage,
                Headers = cdn.Headers with { Cors = args.Cors },
                WebAclArn = Firewall is null ? null : (Input<string>)Firewall.Arn,
            },
            child
        );

        var rows = Rows();
        AlarmKeys = [.. rows.Select(row => row.Key)];
        ImmutableArray<string> things = Firewall is null ? [CdnWatch.Thing] : [CdnWatch.Thing, WafWatch.Thing];
        _ = new AlarmSet(_name, args.Alarms.ToArgs(context, rows, things, Topics) with { Prefix = args.AlarmPrefix }, child);
        RegisterOutputs();
    }

    private EncryptionKeyArgs Key(StackContext context) =>
        _args.Key.ToArgs(context, [context.Label.WafLogGroup], _args.Protect) with
        {
            Services = ["sns"],
        };

    private Input<string>? Certificate(StackContext context, ComponentResourceOptions child)
    {
        if (_args.Cdn.Domain is not { } domain)
            return null;
        var args = new CertificateArgs
        {
            Context = context,
            Domain = domain,
            HostedZoneId = _args.Cdn.HostedZoneId,
            GivenArn = _args.Cdn.CertificateArn,
        };
        return new Certificate(_name, args, child).Arn;
    }

    private ImmutableArray<AlarmRow> Rows() =>
        [
            .. CdnAlarms.Rows(new(Cdn.Id), _args.CdnAlarms),
            .. Firewall is null ? [] : WafAlarms.Rows(new(Firewall.Name, null), _args.WafAlarms),
        ];
}
