using System.Collections.Immutable;
using Infra.Network;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Network;

/// <summary>Settings of the network. Blocks are texts here; <see cref="SubnetPlan"/> checks them together.</summary>
internal sealed record NetworkSettings
{
    [Setting(
        "The addresses of the VPC. Changing it replaces the VPC and everything in it.",
        Form = "an IPv4 block of /16 to /28"
    )]
    public string Cidr { get; init; } = "10.0.0.0/16";

    [Setting("The availability zones; each tier has one subnet in each.", Form = "two or three zones of the region")]
    public ImmutableArray<string> Zones { get; init; } = ["ap-northeast-1a", "ap-northeast-1c"];

    [Setting("The blocks of the subnets, in the order of the zones.")]
    public SubnetSettings Subnets { get; init; } = new();

    [Setting(
        "How tasks reach the internet. per-az survives the loss of a zone; single costs one gateway and stops with its zone; "
            + "none needs imagesInEcr and the interface endpoints without which no task starts."
    )]
    public NatGateways NatGateways { get; init; } = NatGateways.PerAz;

    [Setting("Whether every container image comes from Amazon ECR in this region, so that no task needs the internet to start.")]
    public bool ImagesInEcr { get; init; }

    [Setting(
        "AWS services that tasks reach without the internet. Each costs about 10 USD a month and zone (the nine of the default in two zones: "
            + "about 184 USD), on top of NAT gateways. The three of ecs are for tasks on instances only.",
        Words = [
            "ecr.api",
            "ecr.dkr",
            "ecs",
            "ecs-agent",
            "ecs-telemetry",
            "kms",
            "logs",
            "secretsmanager",
            "ssm",
            "ssmmessages",
            "sts",
            "xray",
        ]
    )]
    public ImmutableArray<string> InterfaceEndpoints { get; init; } = InterfaceEndpoint.All;

    [Setting(
        "What the default network ACL lets through: allow-all leaves filtering to the security groups; per-tier empties it and gives "
            + "each tier an ACL of its own."
    )]
    public NetworkAclMode NetworkAcl { get; init; } = NetworkAclMode.AllowAll;

    [Setting("Whether the public subnets and the load balancer answer IPv6 too.")]
    public bool DualStack { get; init; }

    [Setting("The record of every connection in the VPC.")]
    public FlowLogSettings FlowLogs { get; init; } = new();

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="region">The region of the stack.</param>
    /// <param name="unread">Problems of reading; the plan of subnets is not checked when its parts could not be read.</param>
    /// <param name="onInstances">Whether tasks run on instances. Default: on Fargate.</param>
    /// <param name="databasesApart">Whether databases must have subnets of their own. Default: they must.</param>
    public IEnumerable<Problem> Validate(
        string region,
        IReadOnlyCollection<Problem> unread,
        bool onInstances = false,
        bool databasesApart = true
    )
    {
        var problems = new List<Problem>();
        if (!unread.Any(problem => PlanKeys.Contains(problem.Path.Split('[')[0])))
            SubnetPlan.Create(Request(region, databasesApart), problems);
        problems.AddRange(InterfaceEndpoint.Problems(InterfaceEndpoints));
        problems.AddRange(InternetAccess.Problems(NatGateways, ImagesInEcr, InterfaceEndpoints, onInstances));
        return problems;
    }

    /// <summary>A network with these settings.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="plan">The subnets, already checked.</param>
    /// <param name="traffic">Who may talk to whom.</param>
    /// <param name="keyArn">The key that encrypts the flow logs.</param>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    public IdpNetworkArgs ToArgs(
        StackContext context,
        SubnetPlan plan,
        NetworkTraffic traffic,
        Input<string> keyArn,
        bool protect
    ) =>
        new()
        {
            Context = context,
            Plan = plan,
            Traffic = traffic,
            KeyArn = keyArn,
            NatGateways = NatGateways,
            ImagesInEcr = ImagesInEcr,
            InterfaceEndpoints = InterfaceEndpoints,
            NetworkAcl = NetworkAcl,
            DualStack = DualStack,
            FlowLogRetentionDays = FlowLogs.RetentionDays,
            FlowLogAggregationSeconds = FlowLogs.AggregationSeconds,
            Protect = protect,
        };

    /// <summary>The plan of the subnets.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="databasesApart">Whether databases must have subnets of their own; see <see cref="Request"/>.</param>
    /// <exception cref="RunException">It has problems, which reading the stack file has told before.</exception>
    public SubnetPlan Plan(StackContext context, bool databasesApart = true)
    {
        var problems = new List<Problem>();
        return SubnetPlan.Create(Request(context.Region, databasesApart), problems)
            ?? throw problems.ToRunException($"the subnets of {context.Stack}");
    }

    /// <summary>The plan of the subnets, as written.</summary>
    /// <param name="region">The region of the stack.</param>
    /// <param name="databasesApart">
    /// Whether databases must have subnets of their own, without a way out. Default: they must. Otherwise <c>subnets.db</c> may be empty, and
    /// databases live beside the tasks.
    /// </param>
    public SubnetRequest Request(string region, bool databasesApart = true) =>
        new(region, Cidr, Zones, Subnets.Db.IsEmpty && !databasesApart ? Tasks : Tasks.Add(SubnetTier.Db, Subnets.Db));

    private ImmutableSortedDictionary<SubnetTier, ImmutableArray<string>> Tasks =>
        ImmutableSortedDictionary<SubnetTier, ImmutableArray<string>>
            .Empty.Add(SubnetTier.Public, Subnets.Public)
            .Add(SubnetTier.App, Subnets.App);

    private static readonly string[] PlanKeys =
    [
        "network",
        "network.cidr",
        "network.zones",
        "network.subnets",
        "network.subnets.public",
        "network.subnets.app",
        "network.subnets.db",
    ];
}
