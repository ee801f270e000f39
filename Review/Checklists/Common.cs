using Review.Guardrails;
using Review.Model;
using static Review.Checklists.Look;

namespace Review.Checklists;

/// <summary>What several systems want alike.</summary>
internal static class Common
{
    /// <summary>A database that is no replica.</summary>
    public static bool IsPrimary(Resource database) => database["replicateSourceDb"].IsMissing;

    /// <summary>A subnet of a tier, by its tag.</summary>
    public static Func<Resource, bool> IsTier(string tier) =>
        subnet => subnet["tags.Type"].Text?.StartsWith(tier, StringComparison.Ordinal) is true;

    /// <summary>Public and private subnets in so many zones.</summary>
    public static Func<StackModel, Evidence> Zones(int least) => All(Zones("public", least), Zones("private", least));

    private static Func<StackModel, Evidence> Zones(string tier, int least) =>
        stack =>
        {
            var subnets = stack.All(Types.Subnet).Where(IsTier(tier)).ToList();
            var zones = subnets.Select(subnet => subnet["availabilityZone"].Text).OfType<string>().Distinct().Count();
            var facts = Evidence.Of(subnets, "availabilityZone");
            return zones >= least
                ? new(ItemState.Done, facts)
                : new(ItemState.Open, facts, $"{tier} subnets lie in {zones} zones, want {least}");
        };

    /// <summary>Routes to the internet: public ones directly, private ones by a NAT gateway.</summary>
    public static readonly Func<StackModel, Evidence> Routes = All(
        For(Types.Route, route => IsSet(route["gatewayId"]), otherwise: "no route to the internet gateway"),
        For(Types.Route, route => IsSet(route["natGatewayId"]), otherwise: "no route to a NAT gateway")
    );

    /// <summary>What anybody may open is HTTP and HTTPS; everything else names who may.</summary>
    public static readonly Func<StackModel, Evidence> OnlyWebIsOpen = Judge(
        Types.Rule,
        rule =>
            Verdict.Of(
                rule["cidrIpv4"].Text is not "0.0.0.0/0" && rule["cidrIpv6"].Text is not "::/0"
                    || rule["fromPort"].Number is 80 or 443 && rule["fromPort"].Number == rule["toPort"].Number,
                $"ports {Checks.Quoted(rule["fromPort"])} to {Checks.Quoted(rule["toPort"])} are open to anybody, want 80 and 443 at most"
            )
    );

    /// <summary>No policy of a role lets it do everything.</summary>
    public static readonly Func<StackModel, Evidence> NobodyMayEverything = Judge(
        "aws:iam/rolePolicy:RolePolicy",
        policy => policy.AskDocument("policy", document => Verdict.All(document["Statement"].Items.Select(Narrow)))
    );

    /// <summary>Every log says how long it is kept.</summary>
    public static readonly Func<StackModel, Evidence> LogsAreKept = Every(Types.LogGroup, "retentionInDays", AtLeast(1));

    /// <summary>Every alarm tells a topic, and there are alarms.</summary>
    public static readonly Func<StackModel, Evidence> AlarmsRing = Every(
        Types.Alarm,
        "alarmActions",
        IsSet,
        alarm => alarm["actionsEnabled"].Bool is not false && IsRinging(alarm)
    );

    /// <summary>Somebody has subscribed to a topic.</summary>
    public static readonly Func<StackModel, Evidence> SomebodyListens = For(
            Types.Subscription,
            subscription => subscription["protocol"].Text is "email" or "https",
            otherwise: "nobody is told: set alerts.critical.emails in the stack file"
        )
        .See("docs/settings.md");

    /// <summary>There is a dashboard.</summary>
    public static readonly Func<StackModel, Evidence> Dashboard = For(Types.Dashboard);

    /// <summary>People come by TLS of a modern policy.</summary>
    public static readonly Func<StackModel, Evidence> BalancerHasTls = All(
        For(Types.Listener, IsHttps, otherwise: "no listener for HTTPS: set edge.domain in the stack file"),
        Every(Types.Listener, "sslPolicy", policy => policy.Text?.Contains("TLS13", StringComparison.Ordinal) is true, IsHttps),
        Every(Types.Listener, "certificateArn", IsSet, IsHttps)
    );

    /// <summary>Browsers and CDN speak HTTPS only.</summary>
    public static readonly Func<StackModel, Evidence> CdnHasTls = Every(
        Types.Cdn,
        "defaultCacheBehavior.viewerProtocolPolicy",
        Is("redirect-to-https", "https-only")
    );

    /// <summary>The keys of the stack are made anew by AWS.</summary>
    public static readonly Func<StackModel, Evidence> KeysRotate = Every(Types.Key, "enableKeyRotation", IsTrue);

    /// <summary>Secrets are in Secrets Manager, encrypted by a key of the stack.</summary>
    public static readonly Func<StackModel, Evidence> SecretsAreKept = Every(Types.Secret, "kmsKeyId", IsSet);

    /// <summary>Calls to AWS are recorded.</summary>
    public static readonly Func<StackModel, Evidence> CallsAreRecorded = For(
            Types.Trail,
            otherwise: "off here: audit.cloudTrail turns it on, once in an account"
        )
        .See("docs/settings.md");

    /// <summary>A password policy of at least so many characters of all four kinds.</summary>
    public static Func<StackModel, Evidence> Passwords(int length) =>
        All([
            Every(Types.Pool, "passwordPolicy.minimumLength", AtLeast(length)),
            .. KindsOfCharacters.Select(kind => Every(Types.Pool, $"passwordPolicy.{kind}", IsTrue)),
        ]);

    private static readonly string[] KindsOfCharacters =
    [
        "requireLowercase",
        "requireUppercase",
        "requireNumbers",
        "requireSymbols",
    ];

    /// <summary>A task definition with a container whose name begins so.</summary>
    public static bool HasContainer(Resource task, params string[] names) =>
        task.Json("containerDefinitions")
            .Items.Any(container =>
                names.Any(name => container["name"].Text?.StartsWith(name, StringComparison.Ordinal) is true)
            );

    // Alarms below a composite one, or that only take a deployment back, tell nobody themselves.
    private static bool IsRinging(Resource alarm) =>
        IsSet(alarm["alarmActions"])
        || !alarm.ReferredBy("aws:cloudwatch/compositeAlarm:CompositeAlarm").Any() && !IsOfDeployment(alarm);

    private static bool IsOfDeployment(Resource alarm) => alarm.Name.Contains("-deploy-", StringComparison.Ordinal);

    private static bool IsHttps(Resource listener) => listener["protocol"].Text == "HTTPS";

    private static Verdict Narrow(Value statement) =>
        Verdict.Of(
            statement["Effect"].Text != "Allow" || !statement["Action"].Texts.Any(action => action is "*" or "*:*"),
            "a statement allows every action, want the ones that are needed"
        );
}
