using Review.Model;

namespace Review.Guardrails.Rules;

/// <summary>ECR repositories: what is in an image, and whether it is still the one that was tested.</summary>
internal sealed class RegistryRules : GuardrailTable
{
    private const string Repository = "aws:ecr/repository:Repository";
    private const string Policy = "aws:ecr/repositoryPolicy:RepositoryPolicy";
    private const string Lifecycle = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
    private const string Scanning = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ECR.1", Grade.High, Repository, "Images are scanned when they are pushed")
            {
                Reason = "Known holes in base images and libraries are deployed, and nobody is told.",
                Fix =
                    "Set imageScanningConfiguration.scanOnPush: true, or an aws.ecr.RegistryScanningConfiguration for all. Basic scanning costs nothing.",
                Also = ["CKV_AWS_163"],
                Check = repository =>
                    repository.Stack.All(Scanning).Any()
                        ? Verdict.Pass
                        : repository.Is("imageScanningConfiguration.scanOnPush", true),
            },
            new("ECR.2", Grade.Medium, Repository, "Tags of images cannot be overwritten")
            {
                Reason = "The image of a tag is another one than was tested, and going back to a tag does not go back.",
                Fix = "Set imageTagMutability: IMMUTABLE, and push each build under a tag of its own.",
                Also = ["CKV_AWS_51"],
                Check = repository => repository.IsOneOf("imageTagMutability", "IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"),
            },
            new("ECR.3", Grade.Medium, Repository, "Old images go by themselves")
            {
                Reason = "Each build stays and is paid for, old holes stay deployable, and at 100,000 images a push fails.",
                Fix = "Add an aws.ecr.LifecyclePolicy that expires untagged images and keeps the last tagged ones.",
                Check = repository =>
                    Verdict.Of(
                        repository.ReferredBy(Lifecycle, "repository").Any(),
                        "LifecyclePolicy: got none for this repository, want one"
                    ),
            },
            new("ECR.5", Grade.Medium, Repository, "Images are encrypted with a key of the account's own")
            {
                Reason = "Access to images under AWS's own key cannot be seen in the key's log or taken away by its policy.",
                Fix =
                    "Set encryptionConfigurations with encryptionType KMS and kmsKey. It replaces the repository and its images.",
                Also = ["CKV_AWS_136"],
                Check = repository =>
                    repository.IsOneOf("encryptionConfigurations.encryptionType", "KMS", "KMS_DSSE")
                    & repository.IsSet("encryptionConfigurations.kmsKey", "a KMS key"),
            },
            new("ecr-force-delete", Grade.Low, Repository, "A repository with images cannot be deleted by one command")
            {
                Reason = "Running tasks cannot be restarted without their image, and nobody can go back to the last version.",
                Fix = "Leave forceDelete at false.",
                Check = repository => repository.Is("forceDelete", false),
            },
            new("ecr-policy-public", Grade.Critical, Policy, "Repositories are not open to every AWS account")
            {
                Reason = "Whoever has an AWS account fetches the images, with all that is in them, or pushes his own.",
                Fix = "Name the accounts or roles as Principal, or add a condition such as aws:PrincipalOrgID.",
                Also = ["AwsSolutions-ECR1", "CKV_AWS_32"],
                Check = policy =>
                    policy.AskDocument(
                        "policy",
                        document =>
                            Verdict.All(document["Statement"].Items.Select((statement, at) => IsForSomebody(statement, at)))
                    ),
            },
        ];

    private static Verdict IsForSomebody(Value statement, int at) =>
        Verdict.Of(
            statement["Effect"].Text != "Allow"
                || !statement["Condition"].IsEmpty
                || !(IsEverybody(statement["Principal"]) || IsEverybody(statement["Principal.AWS"])),
            $"policy Statement[{at}]: got Principal * without a condition, want named accounts or roles"
        );

    private static bool IsEverybody(Value principal) => principal.Texts.Contains("*");
}
