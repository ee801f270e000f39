using Review.Guardrails;
using Review.Model;
using static Review.Checklists.Common;
using static Review.Checklists.Look;

namespace Review.Checklists;

/// <summary>What web-platform promises to be ready for production, and what people look at regularly.</summary>
internal sealed class WebPlatformChecklist : Checklist
{
    private const string Parameter = "aws:ssm/parameter:Parameter";
    private const string Provider = "aws:ecs/capacityProvider:CapacityProvider";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Deployments = "aws:codedeploy/deploymentGroup:DeploymentGroup";

    /// <inheritdoc/>
    public override string System => "web-platform";

    /// <inheritdoc/>
    public override IReadOnlyList<ChecklistRow> Rows { get; } =
    [
        new("Infrastructure", "Subnets lie in three zones", Zones(3)),
        new(
            "Infrastructure",
            "Instances come and go with the tasks",
            Every(Provider, "autoScalingGroupProvider.managedScaling.status", Is("ENABLED"))
        ),
        new("Infrastructure", "A load balancer spreads the requests", For(Types.Balancer)),
        new("Infrastructure", "A CDN stands before it", For(Types.Cdn)),
        new("Infrastructure", "A firewall stands before the CDN", Every(Types.Cdn, "webAclId", IsSet)),
        new("Infrastructure", "Everything on the wire is encrypted", All(BalancerHasTls, CdnHasTls)),
        new(
            "Infrastructure",
            "Everything on disk is encrypted",
            All(
                Every(Template, "blockDeviceMappings.ebs.encrypted", IsTrue),
                Every(Types.Encryption, "rules.applyServerSideEncryptionByDefault.sseAlgorithm", IsSet),
                Every(Types.Repository, "encryptionConfigurations.encryptionType", IsSet)
            )
        ),
        new("Security", "People sign in with Cognito", For(Types.Pool)),
        new("Security", "Passwords have 12 characters of all kinds", Passwords(12)),
        new("Security", "A second factor is asked of everybody", Every(Types.Pool, "mfaConfiguration", Is("ON"))),
        new("Security", "Risky sign-ins are stopped", Every(Types.Pool, "userPoolAddOns.advancedSecurityMode", Is("ENFORCED"))),
        new("Security", "Administrators and users are groups", For("aws:cognito/userGroup:UserGroup", least: 2)),
        new("Security", "Security groups open ports only to who needs them, and to anybody only HTTP and HTTPS", OnlyWebIsOpen),
        new("Security", "Roles may do what they need and not everything", NobodyMayEverything),
        new("Security", "Secret parameters are encrypted by a key of the stack", Every(Parameter, "keyId", IsSet, IsSecret)),
        new(
            "Security",
            "Images are scanned when they are pushed",
            Every(Types.Repository, "imageScanningConfiguration.scanOnPush", IsTrue)
        ),
        new(
            "Security",
            "Instances hand out no credentials to who cannot ask twice (IMDSv2)",
            Every(Template, "metadataOptions.httpTokens", Is("required"))
        ),
        new(
            "Monitoring",
            "Containers are measured (Container Insights)",
            Every(Types.Cluster, "settings.value", Is("enabled", "enhanced"))
        ),
        new("Monitoring", "Logs are kept, and not for ever", LogsAreKept),
        new("Monitoring", "Alarms ring", AlarmsRing),
        new("Monitoring", "Somebody hears them", SomebodyListens),
        new("Monitoring", "There is a dashboard", Dashboard),
        new(
            "Monitoring",
            "Errors and slow requests are saved queries",
            For("aws:cloudwatch/queryDefinition:QueryDefinition", least: 2)
        ),
        new(
            "Monitoring",
            "Requests are traced with X-Ray (optional)",
            For(
                Types.TaskDefinition,
                task => HasContainer(task, "adot", "xray"),
                otherwise: "off here: service.tracing: adot turns it on"
            )
        ),
        new(
            "Monitoring",
            "A canary asks from outside (optional)",
            For("aws:synthetics/canary:Canary", otherwise: "off here: canary.enabled turns it on")
        ),
        new("Operation", "Old images go: the last ten with a tag stay, those without one a day", For(Types.LifecyclePolicy)),
        new(
            "Operation",
            "A bad version is taken back by itself",
            All(
                Every(Deployments, "autoRollbackConfiguration.enabled", IsTrue),
                Every(Deployments, "alarmConfiguration.enabled", IsTrue)
            )
        ),
        new(
            "Operation",
            "New instances start with the newest image of ECS",
            Every(Template, "imageId", image => image.Text?.StartsWith("resolve:ssm:", StringComparison.Ordinal) is true)
        ),
        new(
            "Operation",
            "A new version is deployed and the old one brought back",
            ByHand("whoever releases", "docs/systems/web-platform.md#deploy-a-new-version")
        ),
        new(
            "Operation",
            "The state of the stack can be brought back",
            ByHand(
                "who runs Pulumi's backend keeps its versions",
                "docs/systems/web-platform.md#where-it-departs-from-the-source-document-and-the-requirements"
            )
        ),
        new("Operation", "Calls to AWS are recorded (CloudTrail, optional)", CallsAreRecorded),
        new("Reviews", "Findings of image scans are read", ByHand("every week", "docs/reviews.md#every-week")),
        new("Reviews", "Thresholds of alarms are adjusted", ByHand("every month", "docs/reviews.md#every-month")),
        new("Reviews", "The bill is looked at", ByHand("every month", "docs/reviews.md#every-month")),
        new("Reviews", "Roles and policies are looked through", ByHand("every quarter", "docs/reviews.md#every-quarter")),
        new("Reviews", "Rules of security groups are looked through", ByHand("every quarter", "docs/reviews.md#every-quarter")),
    ];

    private static bool IsSecret(Resource parameter) => parameter["type"].Text == "SecureString";
}
