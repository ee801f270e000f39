using Review.Model;

namespace Review.Guardrails.Rules;

/// <summary>RDS instances: who can read what they hold, and whether it survives.</summary>
internal sealed class DatabaseRules : GuardrailTable
{
    private const string Instance = "aws:rds/instance:Instance";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("RDS.3", Grade.High, Instance, "Databases are encrypted at rest")
            {
                Reason = "Disks, snapshots and replicas hold everybody's data in plain text else.",
                Fix = "Set storageEncrypted: true. Only a new instance can be encrypted: restore a snapshot into one.",
                Also = ["CIS 2.2.1", "CKV_AWS_16", "AwsSolutions-RDS2"],
                // A replica in the same region is encrypted as its source is, and may not say so itself.
                When = IsNoReplica,
                Check = database => database.Is("storageEncrypted", true),
            },
        ];

    private static bool IsNoReplica(Resource database) => database["replicateSourceDb"].IsMissing;
}
