using Review.Guardrails;
using Review.Model;
using static Review.Checklists.Common;
using static Review.Checklists.Look;

namespace Review.Checklists;

/// <summary>What an account needs before the first stack of another system.</summary>
internal sealed class BootstrapChecklist : Checklist
{
    private const string Role = "aws:iam/role:Role";
    private const string Subject = "token.actions.githubusercontent.com:sub";

    // A broken state is noticed after a holiday too.
    private const int RescueDays = 30;
    private const int SessionSeconds = 3600;

    /// <inheritdoc/>
    public override string System => "bootstrap";

    /// <inheritdoc/>
    public override IReadOnlyList<ChecklistRow> Rows { get; } =
    [
        new(
            "State",
            "Overwritten states can be fetched back",
            Every("aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration.status", Is("Enabled"))
        ),
        new(
            "State",
            "Old versions are kept for a month or more",
            Every(
                "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
                "rules.0.noncurrentVersionExpiration.noncurrentDays",
                AtLeast(RescueDays)
            )
        ),
        new(
            "State",
            "A key of the account encrypts it",
            Every(Types.Encryption, "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm", Is("aws:kms"))
        ),
        new("State", "The key is made anew by AWS", KeysRotate),
        new(
            "State",
            "Nothing is public",
            All(
                Every("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "restrictPublicBuckets", IsTrue),
                Every("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "blockPublicPolicy", IsTrue)
            )
        ),
        new(
            "State",
            "Two people have fetched a state back",
            ByHand("an administrator, once with a stack of dev", "docs/runbooks/restore-state.md")
        ),
        new(
            "Workflows",
            "Workflows take roles of one repository, by exact subjects",
            Judge(Role, role => role.AskDocument("assumeRolePolicy", HasSubjects))
        ),
        new("Workflows", "Sessions end within an hour", Every(Role, "maxSessionDuration", AtMost(SessionSeconds))),
        new(
            "Workflows",
            "Somebody else approves what is deployed to production",
            ByHand("an owner of the repository, in the environments on GitHub", "docs/workflows.md")
        ),
    ];

    private static Verdict HasSubjects(Value document) =>
        Verdict.All(
            document["Statement"]
                .Items.Select(statement =>
                    Verdict.Of(
                        Subjects(statement) is { Count: > 0 } subjects
                            && subjects.All(subject => !subject.Contains('*', StringComparison.Ordinal)),
                        $"want StringEquals {Subject} without a pattern"
                    )
                )
        );

    // Not by path: the key itself has dots in it.
    private static List<string> Subjects(Value statement) =>
        [.. statement["Condition.StringEquals"].Members.Where(key => key.Key == Subject).SelectMany(key => key.Value.Texts)];
}
