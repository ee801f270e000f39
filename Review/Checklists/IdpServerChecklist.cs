using Review.Model;
using static Review.Checklists.Common;
using static Review.Checklists.Look;

namespace Review.Checklists;

/// <summary>What must be there before idp-server serves anybody, and what every new table of its database needs.</summary>
internal sealed class IdpServerChecklist : Checklist
{
    private const string Cache = "aws:elasticache/replicationGroup:ReplicationGroup";
    private const string NewTable = "database/README.md#a-new-table";

    /// <inheritdoc/>
    public override string System => "idp-server";

    /// <inheritdoc/>
    public override IReadOnlyList<ChecklistRow> Rows { get; } =
    [
        new("Network", "There is a VPC, and names are resolved in it", Every(Types.Vpc, "enableDnsHostnames", IsTrue)),
        new("Network", "Public and private subnets lie in two zones", Zones(2)),
        new(
            "Network",
            "An internet gateway and NAT gateways lead out",
            All(For("aws:ec2/internetGateway:InternetGateway"), For(Types.NatGateway))
        ),
        new("Network", "Route tables send public subnets to the one and private ones to the other", Routes),
        new("Network", "Security groups open ports only to who needs them, and to anybody only HTTP and HTTPS", OnlyWebIsOpen),
        new(
            "Database",
            "PostgreSQL runs on RDS, encrypted and private",
            All(
                Every(Types.Database, "engine", Is("postgres"), IsPrimary),
                Every(Types.Database, "storageEncrypted", IsTrue, IsPrimary),
                Every(Types.Database, "publiclyAccessible", IsFalse)
            )
        ),
        new("Database", "A standby in another zone takes over (Multi-AZ)", Every(Types.Database, "multiAz", IsTrue, IsPrimary)),
        new(
            "Database",
            "A replica answers reads",
            For(Types.Database, database => !IsPrimary(database), otherwise: "no replica: database.replicas is 0")
        ),
        new("Database", "Parameters are tuned for the load", Judge(Types.Parameters, IsTuned)),
        new(
            "Database",
            "Backups are kept for a week at least",
            Every(Types.Database, "backupRetentionPeriod", AtLeast(7), IsPrimary)
        ),
        new(
            "Database",
            "Bringing a backup back is practised",
            ByHand("twice a year, whoever is on duty", "docs/runbooks/restore.md#drill")
        ),
        new("Cache", "Redis runs on ElastiCache", For(Cache)),
        new(
            "Cache",
            "A second node takes over when the first fails",
            All(Every(Cache, "numCacheClusters", AtLeast(2)), Every(Cache, "automaticFailoverEnabled", IsTrue))
        ),
        new(
            "Cache",
            "Parameters say what is thrown out when memory is full",
            Judge(
                "aws:elasticache/parameterGroup:ParameterGroup",
                group => Guardrails.Checks.Ask(group, "parameters", IsSetting("maxmemory-policy"), "maxmemory-policy among them")
            )
        ),
        new(
            "Cache",
            "Sessions are encrypted on disk and on the wire, and the cache wants a password",
            All(
                Every(Cache, "atRestEncryptionEnabled", IsTrue),
                Every(Cache, "transitEncryptionEnabled", IsTrue),
                Every(Cache, "authToken", IsSet)
            )
        ),
        new("Application", "There is a cluster of ECS that measures its containers", For(Types.Cluster, HasInsights)),
        new(
            "Application",
            "The task has the CPU and memory it needs",
            All(
                Every(Types.TaskDefinition, "cpu", AtLeast(1024), IsServed),
                Every(Types.TaskDefinition, "memory", AtLeast(3072), IsServed)
            )
        ),
        new(
            "Application",
            "The service runs, and grows and shrinks with the load",
            All(Every(Types.Service, "desiredCount", AtLeast(1)), Every(Types.Scaling, "maxCapacity", AtLeast(2)))
        ),
        new("Application", "A load balancer sends requests to a target group", All(For(Types.Balancer), For(Types.TargetGroup))),
        new(
            "Application",
            "Health checks are answered",
            AfterDeployment(
                "the target group shows healthy targets",
                "docs/runbooks/load-balancer.md#unhealthy-hosts",
                Every(Types.TargetGroup, "healthCheck.path", Is("/actuator/health"))
            )
        ),
        new("Security", "A key of the stack encrypts, and AWS makes it anew every year", KeysRotate),
        new("Security", "Secrets are in Secrets Manager, encrypted by that key", SecretsAreKept),
        new("Security", "Roles may do what they need and not everything", NobodyMayEverything),
        new("Security", "A firewall stands before the load balancer", For("aws:wafv2/webAclAssociation:WebAclAssociation")),
        new("Security", "HTTPS has a certificate and a modern policy", BalancerHasTls),
        new("Monitoring", "Logs are kept, and not for ever", LogsAreKept),
        new("Monitoring", "Alarms ring", AlarmsRing),
        new("Monitoring", "Somebody hears them", SomebodyListens),
        new(
            "Monitoring",
            "Requests are traced with X-Ray",
            For(
                Types.TaskDefinition,
                task => HasContainer(task, "adot", "xray"),
                otherwise: "no task sends traces: service.tracing is off"
            )
        ),
        new("Monitoring", "There is a dashboard", Dashboard),
        .. NewTableRows(),
    ];

    private static IEnumerable<ChecklistRow> NewTableRows() =>
        (
            from step in new (string Text, string Finding)[]
            {
                ("The table has a column tenant_id of type uuid that is never null", "nullable-tenant-id"),
                ("Row level security is enabled", "no-rls"),
                ("Row level security is forced, so that it binds the owner too", "no-force"),
                ("Its policy compares tenant_id with app.tenant_id of the session", "wrong-policy"),
                ("An index begins with tenant_id", "no-index"),
                ("A foreign key leads to the tenant", "no-foreign-key"),
                ("The application's user may read and write it", "missing-grant"),
            }
            select new ChecklistRow(
                "A new table",
                step.Text,
                ByHand($"whoever writes the migration calls tenancy.secure_table; infra db verify finds {step.Finding}", NewTable)
            )
        );

    private static Func<Value, bool> IsSetting(string name) =>
        parameters => parameters.Items.Any(parameter => parameter["name"].Text == name && IsSet(parameter["value"]));

    private static Guardrails.Verdict IsTuned(Resource group) =>
        Guardrails.Checks.Ask(group, "parameters", IsSetting("max_connections"), "max_connections among them")
        & Guardrails.Checks.Ask(group, "parameters", IsSetting("shared_buffers"), "shared_buffers among them");

    private static bool HasInsights(Resource cluster) =>
        cluster["settings"]
            .Items.Any(setting =>
                setting["name"].Text == "containerInsights" && setting["value"].Text is "enabled" or "enhanced"
            );

    private static bool IsServed(Resource task) => task.ReferredBy(Types.Service, "taskDefinition").Any();
}
