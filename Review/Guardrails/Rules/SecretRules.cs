using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Secrets Manager: who reads a secret, how it changes, and that its value stays one.</summary>
internal sealed class SecretRules : GuardrailTable
{
    private const string Rotation = "aws:secretsmanager/secretRotation:SecretRotation";
    private const string Policy = "aws:secretsmanager/secretPolicy:SecretPolicy";
    private const string Password = "random:index/randomPassword:RandomPassword";

    // What belongs to a secret itself; everything else that refers to it uses it.
    private static readonly string[] Own = [Rotation, Policy, Tokens.SecretVersion];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("SecretsManager.1", Grade.Medium, Tokens.Secret, "Secrets can be changed by a known way")
            {
                Reason = "A secret that nobody knows how to change is never changed, also after it leaked.",
                Fix =
                    "Add an aws:secretsmanager:SecretRotation, or give the RandomPassword of its value keepers to count up. Where people change it by hand, waive with the name of the owner.",
                Also = ["CKV2_AWS_57", "AwsSolutions-SMG4"],
                Check = secret =>
                    Verdict.Of(
                        secret.ReferredBy(Rotation, "secretId").Any() || IsRenewedByKeepers(secret),
                        "rotation: got no SecretRotation and no RandomPassword with keepers, want one of them"
                    ),
            },
            new("SecretsManager.3", Grade.Medium, Tokens.Secret, "Somebody reads every secret")
            {
                Reason = "A secret that nobody reads is forgotten: never changed, still valid, and paid for.",
                Fix = "Remove the secret, or name it in the policy or the container that reads it.",
                FollowsReferences = true,
                Check = secret =>
                    Verdict.Of(
                        secret.Stack.References.To(secret).Any(use => !Own.Contains(use.From.Type)),
                        "use: got nothing that refers to the secret, want a policy, container or function that reads it"
                    ),
            },
            new("SecretsManager.4", Grade.Medium, Rotation, "Secrets that rotate do so within 90 days")
            {
                Reason = "The longer a password lives, the more people and backups have it.",
                Fix = "Set rotationRules.automaticallyAfterDays: 90 or less, or a scheduleExpression.",
                Also = ["CKV_AWS_304"],
                Check = rotation =>
                    rotation["rotationRules.scheduleExpression"].IsEmpty
                        ? rotation.Ask("rotationRules.automaticallyAfterDays", days => days.Number is >= 1 and <= 90, "1 to 90")
                        : Verdict.Pass,
            },
            new("secretsmanager-key", Grade.Medium, Tokens.Secret, "Secrets are encrypted with a key of the account")
            {
                Reason =
                    "With the key of AWS nobody can say who decrypts, or stop it, and other accounts can never be given the secret.",
                Fix = "Set kmsKeyId to a key of the stack; readers need kms:Decrypt on it.",
                Also = ["CKV_AWS_149"],
                Check = secret => secret.IsSet("kmsKeyId", "a KMS key of the stack"),
            },
            new("secretsmanager-recovery-window", Grade.Medium, Tokens.Secret, "A deleted secret can be brought back for a week")
            {
                Reason = "With a window of 0 a mistaken deletion stops everything that signs in with it, at once and for good.",
                Fix = "Set recoveryWindowInDays: 7 to 30, or leave it out. The name stays taken for as long.",
                Check = secret => secret.AtLeast("recoveryWindowInDays", 7, absent: 30),
            },
            new("secretsmanager-has-value", Grade.High, Tokens.Secret, "Every secret has a value")
            {
                Reason = "A container or function that reads a secret without a version does not start.",
                Fix = "Add an aws:secretsmanager:SecretVersion with secretId, or a SecretRotation that makes the first one.",
                Check = secret =>
                    Verdict.Of(
                        secret.ReferredBy(Tokens.SecretVersion, "secretId").Any()
                            || secret.ReferredBy(Rotation, "secretId").Any(),
                        "value: got no SecretVersion, want one"
                    ),
            },
            new(
                "secretsmanager-value-secret",
                Grade.Critical,
                Tokens.SecretVersion,
                "Values of secrets are secret in the state too"
            )
            {
                Reason = "A plain value is readable in the plan, the state file, and every log that prints them.",
                Fix = "Take the value from a secret output, such as RandomPassword.Result, or wrap it in Output.CreateSecret.",
                Check = version => Plain(version, "secretString") & Plain(version, "secretBinary"),
            },
            new("secretsmanager-policy", Grade.High, Policy, "Policies of secrets let nobody in who is not named")
            {
                Reason = "A policy for everybody gives the password to any AWS account.",
                Fix = "Name the principals in policy, and set blockPublicPolicy: true, so that AWS refuses a mistake.",
                Check = policy =>
                    policy.Is("blockPublicPolicy", true)
                    & policy.Statements("policy", statement => statement.IsPublic ? "lets everybody in" : null),
            },
        ];

    private static bool IsRenewedByKeepers(Resource secret) =>
        secret
            .ReferredBy(Tokens.SecretVersion, "secretId")
            .SelectMany(version => version.Referred("secretString", Password))
            .Any(password => password["keepers"].Members.Any());

    private static Verdict Plain(Resource version, string property) =>
        Verdict.Of(
            version[property] is { IsSecret: true } or { IsMissing: true } || version[property].IsUnknown,
            $"{property}: got a plain value, want a secret"
        );
}
