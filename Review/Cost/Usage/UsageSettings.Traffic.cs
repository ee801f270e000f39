namespace Review.Cost.Usage;

// Of what people and machines send.
public static partial class UsageSettings
{
    /// <summary>Requests from outside.</summary>
    public static readonly UsageSetting Requests = new(
        "requestsPerMonth",
        "requests",
        "Requests from outside; each API, web ACL and distribution sees all of them",
        Sharing.Each,
        1_000_000,
        Few
    );

    /// <summary>Users of pools.</summary>
    public static readonly UsageSetting ActiveUsers = new(
        "activeUsersPerMonth",
        "users",
        "People who sign in or renew a token, of each user pool",
        Sharing.Each,
        1_000,
        Few
    );

    /// <summary>Tokens for machines.</summary>
    public static readonly UsageSetting MachineTokens = new(
        "machineTokensPerMonth",
        "tokens",
        "Tokens that app clients without a person fetch, of each client",
        Sharing.Each,
        10_000,
        "a token an hour for a dozen machines"
    );

    /// <summary>Capacity units of load balancers.</summary>
    public static readonly UsageSetting Lcus = new(
        "loadBalancerLcus",
        "LCU",
        "Capacity units in use on average, of each load balancer: 25 new connections a second, 3,000 open, or 1 GB an hour",
        Sharing.Each,
        1,
        "one is the least that a busy one has"
    );

    /// <summary>Data through NAT gateways.</summary>
    public static readonly UsageSetting NatGb = new(
        "natGbPerMonth",
        "GB",
        "Data through all NAT gateways",
        Sharing.Shared,
        100,
        Trial
    );

    /// <summary>Data through interface endpoints.</summary>
    public static readonly UsageSetting EndpointGb = new(
        "endpointGbPerMonth",
        "GB",
        "Data through all interface endpoints",
        Sharing.Shared,
        100,
        Trial
    );

    /// <summary>Data to the internet.</summary>
    public static readonly UsageSetting InternetGb = new(
        "internetGbPerMonth",
        "GB",
        "Data from load balancers and APIs to the internet, where no CloudFront is in front",
        Sharing.Shared,
        50,
        Trial
    );

    /// <summary>Data between zones.</summary>
    public static readonly UsageSetting ZoneGb = new(
        "crossZoneGbPerMonth",
        "GB",
        "Data between zones of all VPCs; each GB is paid at both ends",
        Sharing.Shared,
        50,
        Trial
    );

    /// <summary>Data of distributions.</summary>
    public static readonly UsageSetting CdnGb = new(
        "cdnGbPerMonth",
        "GB",
        "Data from each distribution to viewers in Japan",
        Sharing.Each,
        50,
        Trial
    );

    /// <summary>Data that distributions send to origins.</summary>
    public static readonly UsageSetting CdnOriginGb = new(
        "cdnOriginGbPerMonth",
        "GB",
        "Data that people send through each distribution to its origins",
        Sharing.Each,
        5,
        "a tenth of what they read"
    );

    /// <summary>DNS queries.</summary>
    public static readonly UsageSetting DnsQueries = new(
        "dnsQueriesPerMonth",
        "queries",
        "Queries to each zone of the stack; those for aliases of AWS resources are free",
        Sharing.Each,
        1_000_000,
        "resolvers keep answers for a minute"
    );
}
