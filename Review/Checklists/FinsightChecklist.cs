using Review.Model;
using static Review.Checklists.Common;
using static Review.Checklists.Look;

namespace Review.Checklists;

/// <summary>The security check-list of finsight.</summary>
internal sealed class FinsightChecklist : Checklist
{
    private const string Security = "Security";

    /// <inheritdoc/>
    public override string System => "finsight";

    /// <inheritdoc/>
    public override IReadOnlyList<ChecklistRow> Rows { get; } =
    [
        new(Security, "Browsers and apps speak TLS with the CDN", CdnHasTls),
        new(
            Security,
            "The CDN speaks TLS with the API",
            Every(
                "aws:apigateway/domainName:DomainName",
                "securityPolicy",
                policy =>
                    policy.Text?.StartsWith("SecurityPolicy_TLS13", StringComparison.Ordinal) is true || policy.Text == "TLS_1_2"
            )
        ),
        new(
            Security,
            "Functions speak TLS with the proxy, and the proxy with the database",
            All(Every("aws:rds/proxy:Proxy", "requireTls", IsTrue), Judge(Types.Parameters, ForcesTls))
        ),
        new(Security, "The database is encrypted on disk", Every(Types.Database, "storageEncrypted", IsTrue)),
        new(
            Security,
            "Buckets are encrypted",
            Every(
                Types.Encryption,
                "rules.applyServerSideEncryptionByDefault.sseAlgorithm",
                Is("AES256", "aws:kms", "aws:kms:dsse")
            )
        ),
        new(
            Security,
            "Secrets and the variables of functions are encrypted by a key of the stack",
            All(SecretsAreKept, Every(Types.Function, "kmsKeyArn", IsSet))
        ),
        new(Security, "Roles may do what they need and not everything", NobodyMayEverything),
        new(
            Security,
            "Security groups let in who is named, and nobody by address",
            Every(Types.Rule, "referencedSecurityGroupId", IsSet)
        ),
        new(Security, "Calls to AWS are recorded (CloudTrail)", CallsAreRecorded),
        new(
            Security,
            "AWS Config judges what is recorded",
            For("aws:cfg/rule:Rule", otherwise: "off here: audit.configRules names the rules, once in an account and region")
                .See("docs/settings.md")
        ),
        new(
            Security,
            "Security as a whole is looked at every quarter",
            ByHand("whoever is on duty", "docs/reviews.md#every-quarter")
        ),
    ];

    private static Guardrails.Verdict ForcesTls(Resource group) =>
        Guardrails.Checks.Ask(
            group,
            "parameters",
            parameters => parameters.Items.Any(one => one["name"].Text == "rds.force_ssl" && one["value"].Text == "1"),
            "rds.force_ssl 1 among them"
        );
}
