using Review.Model;

namespace Review.Guardrails.Rules;

/// <summary>ECS clusters: what is seen of them, and who may look into their containers.</summary>
internal sealed class ClusterRules : GuardrailTable
{
    private const string Cluster = "aws:ecs/cluster:Cluster";
    private const string Service = "aws:ecs/service:Service";
    private const string Definition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Exec = "configuration.executeCommandConfiguration";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ECS.12", Grade.Medium, Cluster, "Clusters report Container Insights")
            {
                Reason =
                    "Without it there are no metrics of single tasks, of restarts, and of memory before a container is ended for it.",
                Fix = "Add settings with containerInsights: enabled or enhanced. CloudWatch charges for the metrics.",
                Also = ["CKV_AWS_65", "AwsSolutions-ECS4"],
                Check = cluster =>
                    cluster.Ask(
                        "settings",
                        value =>
                            value.Items.Any(setting =>
                                setting["name"].Text == "containerInsights" && setting["value"].Text is "enabled" or "enhanced"
                            ),
                        "containerInsights: enabled or enhanced"
                    ),
            },
            new("ecs-exec-log", Grade.Medium, Cluster, "What people do inside containers is recorded")
            {
                Reason = "ECS Exec gives a shell with the task's credentials and data; without a log nobody knows who did what.",
                Fix = $"Set {Exec}.logging: OVERRIDE and logConfiguration with a log group or a bucket of its own.",
                Also = ["CKV_AWS_223"],
                When = AllowsExec,
                Check = cluster =>
                    cluster.IsOneOf($"{Exec}.logging", "OVERRIDE")
                    & Verdict.Of(
                        !cluster[$"{Exec}.logConfiguration.cloudWatchLogGroupName"].IsEmpty
                            || !cluster[$"{Exec}.logConfiguration.s3BucketName"].IsEmpty,
                        $"{Exec}.logConfiguration: got nothing, want a log group or a bucket"
                    ),
            },
            new(
                "ecs-exec-key",
                Grade.Medium,
                Cluster,
                "What people see inside containers is encrypted with a key of the account's own"
            )
            {
                Reason =
                    "The session passes SSM, and secrets are read in it; whoever may use the key is then whoever may look in.",
                Fix = $"Set {Exec}.kmsKeyId, and let the task role decrypt with it.",
                Also = ["CKV_AWS_224"],
                When = AllowsExec,
                Check = cluster =>
                    cluster.IsSet($"{Exec}.kmsKeyId", "a KMS key")
                    & (
                        cluster[$"{Exec}.logConfiguration.cloudWatchLogGroupName"].IsMissing
                            ? Verdict.Pass
                            : cluster.Is($"{Exec}.logConfiguration.cloudWatchEncryptionEnabled", true)
                    ),
            },
            new(
                "ecs-ephemeral-key",
                Grade.Low,
                Cluster,
                "Storage that tasks ask for is encrypted with a key of the account's own"
            )
            {
                Reason =
                    "A task that asks for more than the usual 20 GiB keeps data there, under AWS's own key like nothing else of it.",
                Fix =
                    "Set configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId; the key's policy must let Fargate use it.",
                When = cluster =>
                    cluster
                        .ReferredBy(Service, "cluster")
                        .SelectMany(service => service.Referred("taskDefinition", Definition))
                        .Any(definition => !definition["ephemeralStorage"].IsMissing),
                Check = cluster =>
                    cluster.IsSet("configuration.managedStorageConfiguration.fargateEphemeralStorageKmsKeyId", "a KMS key"),
            },
        ];

    private static bool AllowsExec(Resource cluster) =>
        cluster.ReferredBy(Service, "cluster").Any(service => service["enableExecuteCommand"].Bool == true);
}
