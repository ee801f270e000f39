using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>ElastiCache replication groups.</summary>
internal sealed class CacheRules : GuardrailTable
{
    private const string Group = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string SubnetGroup = "aws:elasticache/subnetGroup:SubnetGroup";
    private const string ParameterGroup = "aws:elasticache/parameterGroup:ParameterGroup";

    private const int UsualPort = 6379;

    // Redis 5 left standard support in January 2026.
    private const int OldestVersion = 6;

    private static readonly string[] Logs = ["engine-log", "slow-log"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ElastiCache.1", Grade.High, Group, "Caches are backed up every day")
            {
                Reason =
                    "After a replacement or a mistake the cache starts empty: everybody is signed out, and the database gets every read.",
                Fix = "Set snapshotRetentionLimit to 1 or more (days). Snapshots beyond the first cost as S3 does.",
                Also = ["CKV_AWS_134"],
                Check = cache => cache.AtLeast("snapshotRetentionLimit", 1),
            },
            new("ElastiCache.2", Grade.High, Group, "Caches take minor versions by themselves")
            {
                Reason = "Security repairs of the engine come as minor versions, and wait until somebody remembers.",
                Fix = "Leave autoMinorVersionUpgrade at true.",
                Also = ["CKV_AWS_322"],
                Check = cache => cache.Is("autoMinorVersionUpgrade", true, absent: true),
            },
            new("ElastiCache.3", Grade.Medium, Group, "A replica takes over when the primary fails")
            {
                Reason = "Without automatic failover the cache is away until AWS has made a new node, and what it held is gone.",
                Fix = "Set automaticFailoverEnabled: true and numCacheClusters to 2 or more.",
                Also = ["CKV2_AWS_50", "AwsSolutions-AEC4"],
                Check = cache => cache.Is("automaticFailoverEnabled", true),
            },
            new("elasticache-multi-az", Grade.Medium, Group, "The nodes of a cache lie in several Availability Zones")
            {
                Reason = "A replica in the zone that fails takes nothing over.",
                Fix =
                    "Set multiAzEnabled: true, and numCacheClusters to 2 or more or replicasPerNodeGroup to 1 or more. Each node is paid for.",
                Also = ["CKV2_AWS_50", "AwsSolutions-AEC4"],
                Check = cache =>
                    cache.Is("multiAzEnabled", true)
                    & (cache.AtLeast("replicasPerNodeGroup", 1) | cache.AtLeast("numCacheClusters", 2)),
            },
            new("ElastiCache.4", Grade.Medium, Group, "Caches are encrypted at rest")
            {
                Reason = "Snapshots and swapped memory hold sessions and tokens in plain text else.",
                Fix = "Set atRestEncryptionEnabled: true. It replaces the cache: everybody is signed out once.",
                Also = ["CKV_AWS_29", "AwsSolutions-AEC3"],
                Check = cache => cache.Is("atRestEncryptionEnabled", true),
            },
            new("elasticache-customer-key", Grade.Low, Group, "Caches are encrypted with a key of the account's own")
            {
                Reason =
                    "A snapshot under AWS's own key cannot be shared with another account, and its key can never be taken away.",
                Fix = "Set kmsKeyId. It replaces the cache.",
                Also = ["CKV_AWS_191"],
                Check = cache => cache.IsSet("kmsKeyId", "a KMS key"),
            },
            new("ElastiCache.5", Grade.Medium, Group, "Caches are encrypted in transit")
            {
                Reason = "Sessions, tokens and the password of the cache itself pass the network in plain text else.",
                Fix = "Set transitEncryptionEnabled: true; clients must speak TLS.",
                Also = ["CKV_AWS_30", "AwsSolutions-AEC3"],
                Check = cache => cache.Is("transitEncryptionEnabled", true),
            },
            new("elasticache-tls-required", Grade.Medium, Group, "Caches refuse connections without TLS")
            {
                Reason = "With preferred a client that is configured wrongly talks in plain text, and nobody notices.",
                Fix = "Set transitEncryptionMode: required, once every client speaks TLS; preferred is for the way there.",
                When = cache => cache["transitEncryptionEnabled"].Bool == true,
                Check = cache => cache.Ask("transitEncryptionMode", value => value.Text is null or "required", "required"),
            },
            new("ElastiCache.6", Grade.Medium, Group, "Clients of a cache show a password or sign in as a user")
            {
                Reason = "Whoever reaches the port reads every session, and writes his own.",
                Fix = "Set authToken to a secret, or userGroupIds; transitEncryptionEnabled must be true.",
                Also = ["CKV_AWS_31", "AwsSolutions-AEC6"],
                Check = cache =>
                    Verdict.Of(
                        !cache["authToken"].IsEmpty || !cache["authTokenWo"].IsEmpty || !cache["userGroupIds"].IsEmpty,
                        "authToken: got nothing, want a password there or users in userGroupIds"
                    ),
            },
            new("elasticache-auth-secret", Grade.High, Group, "The password of a cache is a secret")
            {
                Reason = "In plain text it is in the plan, in the log of each deployment, and in the state for whoever reads it.",
                Fix = "Give authToken as a secret output, as of random.RandomPassword or Output.CreateSecret.",
                When = cache => !cache["authToken"].IsMissing || !cache["authTokenWo"].IsMissing,
                Check = cache => IsSecret(cache, "authToken") & IsSecret(cache, "authTokenWo"),
            },
            new("ElastiCache.7", Grade.High, Group, "Caches lie in subnets of the stack's own")
            {
                Reason = "AWS takes the default VPC's subnets else, which are public.",
                Fix = "Set subnetGroupName to an aws.elasticache.SubnetGroup of private subnets. It replaces the cache.",
                Also = ["CKV_AWS_323", "AwsSolutions-AEC1"],
                Check = cache =>
                    cache.IsSet("subnetGroupName", "a subnet group")
                    & Verdict.Of(
                        cache["subnetGroupName"].Text != "default",
                        "subnetGroupName: got default, want the stack's own"
                    ),
            },
            new("elasticache-private", Grade.High, Group, "Caches lie in private subnets")
            {
                Reason = "With a route to an internet gateway only a security group is between the cache and everybody.",
                Fix = "Use a subnet group of subnets whose route table has no route to an internet gateway.",
                Check = cache =>
                    Verdict.All(
                        cache
                            .Referred("subnetGroupName", SubnetGroup)
                            .SelectMany(group => group.Referred("subnetIds", Routes.Subnet))
                            .Select(subnet =>
                                Judgement.Unless(
                                    Routes.IsPublic(subnet),
                                    $"subnetGroupName: got {subnet.Name} with a route to an internet gateway, want private subnets",
                                    $"where the routes of {subnet.Name} lead"
                                )
                            )
                            .DefaultIfEmpty(Verdict.CannotKnow("its subnets are not in this stack"))
                    ),
            },
            new("elasticache-port", Grade.Low, Group, "A cache on the usual port is open to named security groups only")
            {
                Reason = "Whoever gets into a network tries the usual ports of every address first.",
                Fix = "Let in security groups instead of networks, or set another port; a new port replaces the cache.",
                Also = ["AwsSolutions-AEC5"],
                Check = cache => cache.HasOwnPortOrNamedClients(UsualPort, "securityGroupIds"),
            },
            new("elasticache-eviction", Grade.Medium, Group, "A full cache throws away only what expires by itself")
            {
                Reason =
                    "With an allkeys policy a rush evicts sessions and authorization codes: people are signed out, sign-ins fail half-way.",
                Fix =
                    "Set maxmemory-policy to volatile-lru in the parameter group. Keys without an expiry can then fill the memory.",
                Check = cache =>
                    Verdict.All(
                        cache
                            .Referred("parameterGroupName", ParameterGroup)
                            .Select(group =>
                                Databases
                                    .Parameter(group, "maxmemory-policy")["value"]
                                    .Ask(
                                        "maxmemory-policy",
                                        value => value.Text?.StartsWith("allkeys", StringComparison.Ordinal) != true,
                                        "volatile-lru, or another that spares keys without an expiry"
                                    )
                            )
                    ),
            },
            new("elasticache-windows", Grade.Low, Group, "Snapshots and maintenance have hours of their own")
            {
                Reason = "AWS picks hours by itself, in the middle of somebody's day; both take memory and time of the node.",
                Fix = "Set snapshotWindow and maintenanceWindow, both in UTC, one hour or more each, apart from each other.",
                Check = cache => cache.HasApart("snapshotWindow", "maintenanceWindow"),
            },
            new("elasticache-logs", Grade.Low, Group, "Caches write their logs to CloudWatch Logs")
            {
                Reason = "Which command was slow, and why a node restarted, is nowhere else to be seen.",
                Fix = "Add logDeliveryConfigurations for slow-log and engine-log, to a log group each.",
                Check = cache =>
                    cache.Ask(
                        "logDeliveryConfigurations",
                        value => Logs.All(log => value.Items.Any(delivery => delivery["logType"].Text == log)),
                        string.Join(" and ", Logs)
                    ),
            },
            new("elasticache-engine-version", Grade.High, Group, "Engines are of a version in standard support")
            {
                Reason = "Without it there are no security repairs, or they are paid for by the hour.",
                Fix = "Set engineVersion to 7.1 for redis, or move to valkey.",
                Check = cache =>
                    cache.Ask(
                        "engineVersion",
                        value => value.IsMissing || Databases.Major(value.Text) >= OldestVersion,
                        $"{OldestVersion} or newer"
                    ),
            },
        ];

    private static Verdict IsSecret(Resource cache, string property) =>
        cache[property] is { IsMissing: false, IsUnknown: false, IsSecret: false }
            ? Verdict.Fail($"{property}: got plain text, want a secret")
            : Verdict.Pass;
}
