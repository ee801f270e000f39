using Review.Guardrails;
using Review.Model;
using static Review.Checklists.Common;
using static Review.Checklists.Look;

namespace Review.Checklists;

/// <summary>What neuraknot is set up with, part by part, and what its maintenance asks of people.</summary>
internal sealed class NeuraknotChecklist : Checklist
{
    private const string Providers = "aws:cognito/identityProvider:IdentityProvider";

    /// <inheritdoc/>
    public override string System => "neuraknot";

    /// <inheritdoc/>
    public override IReadOnlyList<ChecklistRow> Rows { get; } =
    [
        new(
            "Network",
            "There is a VPC, and names are resolved in it",
            All(Every(Types.Vpc, "enableDnsSupport", IsTrue), Every(Types.Vpc, "enableDnsHostnames", IsTrue))
        ),
        new("Network", "Public and private subnets lie in two zones", Zones(2)),
        new("Network", "Each zone has its own NAT gateway", For(Types.NatGateway, least: 2)),
        new("Network", "Route tables send public subnets to the internet and private ones to a NAT gateway", Routes),
        new(
            "Sign-in",
            "Passwords have 8 characters of all kinds, temporary ones end in 7 days",
            All(Passwords(8), Every(Types.Pool, "passwordPolicy.temporaryPasswordValidityDays", AtMost(7)))
        ),
        new(
            "Sign-in",
            "People can come from Google, LINE and X",
            For(Providers, least: 3, otherwise: "a provider is made when its client id and secret are set")
                .See("docs/systems/neuraknot.md#the-first-deployment")
        ),
        new(
            "Database",
            "PostgreSQL runs on RDS, encrypted and private",
            All(
                Every(Types.Database, "engine", Is("postgres")),
                Every(Types.Database, "storageEncrypted", IsTrue),
                Every(Types.Database, "publiclyAccessible", IsFalse)
            )
        ),
        new("Database", "Its disk grows by itself up to 100 GiB", Every(Types.Database, "maxAllocatedStorage", AtLeast(100))),
        new("Database", "Backups are kept for a week", Every(Types.Database, "backupRetentionPeriod", AtLeast(7))),
        new(
            "Database",
            "It is measured: Performance Insights and the operating system",
            All(Every(Types.Database, "performanceInsightsEnabled", IsTrue), Every(Types.Database, "monitoringRoleArn", IsSet))
        ),
        new(
            "Database",
            "Maintenance is on Sunday morning in Tokyo",
            Every(Types.Database, "maintenanceWindow", Is("sat:19:00-sat:20:00"))
        ),
        new(
            "Containers",
            "The cluster measures its containers",
            Every(Types.Cluster, "settings.value", Is("enabled", "enhanced"))
        ),
        new(
            "Containers",
            "Three services run in private subnets",
            All(For(Types.Service, least: 3), Every(Types.Service, "networkConfiguration.assignPublicIp", IsFalse))
        ),
        new("Containers", "Two tasks of each run", Every(Types.Service, "desiredCount", AtLeast(2))),
        new(
            "Containers",
            "Old images go: the last ten with a tag stay, those without one a day",
            For(Types.LifecyclePolicy, least: 3)
        ),
        new("Load balancer", "It refuses to be deleted", Every(Types.Balancer, "enableDeletionProtection", IsTrue)),
        new("Load balancer", "HTTPS has a certificate and a modern policy", BalancerHasTls),
        new(
            "Load balancer",
            "Health checks of the API are answered",
            AfterDeployment(
                "the target group shows healthy targets",
                "docs/systems/neuraknot.md#when-something-happens",
                For(
                    Types.TargetGroup,
                    group => group["healthCheck.path"].Text == "/health",
                    otherwise: "no target group asks /health"
                )
            )
        ),
        new("Security", "Security groups open ports only to who needs them, and to anybody only HTTP and HTTPS", OnlyWebIsOpen),
        new("Security", "Roles may do what they need and not everything", NobodyMayEverything),
        new(
            "Security",
            "Secrets are in Secrets Manager, and can be rescued for 7 days",
            All(SecretsAreKept, Every(Types.Secret, "recoveryWindowInDays", AtLeast(7)))
        ),
        new("Security", "Containers are given secrets as such, and not as variables", Judge(Types.TaskDefinition, HoldsNoSecret)),
        new("Monitoring", "Logs are kept, and not for ever", LogsAreKept),
        new("Monitoring", "Alarms ring", AlarmsRing),
        new("Monitoring", "Somebody hears them", SomebodyListens),
        new("Maintenance", "Data that was lost is brought back", ByHand("whoever is on duty", "docs/runbooks/restore.md")),
        new(
            "Maintenance",
            "A task that does not start is looked into",
            ByHand("whoever is on duty", "docs/systems/neuraknot.md#when-something-happens")
        ),
    ];

    private static Verdict HoldsNoSecret(Resource task) =>
        task.AskDocument(
            "containerDefinitions",
            containers =>
                Verdict.All(
                    containers
                        .Items.SelectMany(container => container["environment"].Items)
                        .Select(variable =>
                            Verdict.Of(
                                !variable["value"].IsSecret && !IsNamedSecret(variable["name"].Text),
                                $"the variable {variable["name"].Text} holds a secret, want it under secrets"
                            )
                        )
                )
        );

    private static bool IsNamedSecret(string? name) =>
        name is not null
        && (name.EndsWith("_PASSWORD", StringComparison.Ordinal) || name.EndsWith("_SECRET", StringComparison.Ordinal));
}
