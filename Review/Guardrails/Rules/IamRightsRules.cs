using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>What roles may do, in their inline policies and in the stack's own policies attached to them.</summary>
internal sealed class IamRightsRules : GuardrailTable
{
    // Whoever may do one of these can give himself every other right.
    private static readonly string[] Escalating =
    [
        "iam:AttachRolePolicy",
        "iam:CreateAccessKey",
        "iam:CreatePolicyVersion",
        "iam:PutRolePolicy",
        "iam:SetDefaultPolicyVersion",
        "iam:UpdateAssumeRolePolicy",
    ];

    private static readonly string[] Decrypting = ["kms:Decrypt", "kms:ReEncryptFrom"];

    // Characters without white space that IAM takes for all inline policies of a role together.
    private const int LongestInline = 10_240;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("IAM.1", Grade.High, Tokens.Role, "No role may do everything")
            {
                Reason = "Whoever gets into one container or function with such a role owns the account.",
                Fix = "Name the actions and the resources in the policy; access advisor shows which are used.",
                Also = ["CIS 1.15", "CKV_AWS_62", "CKV_AWS_63", "AwsSolutions-IAM5"],
                Check = role =>
                    role.Grants(statement =>
                        statement.Allows && statement.Actions.Any(IsEverything) && statement.Resources.Contains("*")
                            ? "allows * on *, want actions and resources by name"
                            : null
                    ),
            },
            new("IAM.21", Grade.Low, Tokens.Role, "Roles are granted actions, not whole services")
            {
                Reason = "A right to s3:* holds the deletion of buckets and of their policies, and whatever AWS adds next year.",
                Fix = "Name the actions in the policy; a prefix such as s3:Get* is fine.",
                Also = ["CKV_AWS_286", "AwsSolutions-IAM5"],
                Check = role =>
                    role.Grants(statement =>
                        statement.Allows && statement.Actions.FirstOrDefault(IsWholeService) is { } action
                            ? $"allows {action}, want the actions by name"
                            : null
                    ),
            },
            new(
                "iam-wildcard-resource",
                Grade.Medium,
                Tokens.Role,
                "Roles are granted resources by name, wherever AWS can tell them apart"
            )
            {
                Reason = "A right on * reaches the data of every other system in the account.",
                Fix = "Put ARNs into Resource, or a condition on the resource's tags. Actions that AWS cannot limit may keep *.",
                Also = ["CKV_AWS_287", "CKV_AWS_288", "CKV_AWS_289", "CKV_AWS_290", "CKV_AWS_355", "AwsSolutions-IAM5"],
                Check = role =>
                    role.Grants(statement =>
                        Unscoped.In(statement).ToList() is { Count: > 0 } actions
                            ? $"allows {string.Join(", ", actions)} on *, want the resources by name"
                            : null
                    ),
            },
            new("iam-not-action", Grade.Medium, Tokens.Role, "Rights are not granted by what they leave out")
            {
                Reason = "Allow with NotAction or NotResource grants everything else, also what AWS adds next year.",
                Fix = "Use Action and Resource; keep NotAction and NotResource for Deny.",
                Check = role =>
                    role.Grants(statement =>
                        statement.Allows && statement.Exceptions.FirstOrDefault() is { } key
                            ? $"allows with {key}, want it only in Deny"
                            : null
                    ),
            },
            new("iam-pass-role", Grade.High, Tokens.Role, "Roles are passed by name, and to one service")
            {
                Reason = "Whoever may pass any role starts a task or function that wears the strongest one.",
                Fix = "Put the roles' ARNs into Resource, and the condition StringEquals iam:PassedToService.",
                Also = ["CKV_AWS_286"],
                Check = role =>
                    role.Grants(statement =>
                        !statement.Allows || !statement.Covers("iam:PassRole") ? null
                        : statement.Resources.Contains("*") ? "allows iam:PassRole on *, want roles by name"
                        : !statement.On("iam:PassedToService").Any(condition => condition.Demands)
                            ? "allows iam:PassRole to any service, want the condition iam:PassedToService"
                        : null
                    ),
            },
            new("iam-no-escalation", Grade.High, Tokens.Role, "No role can give itself further rights")
            {
                Reason = "A right to write policies or to make access keys is a right to everything.",
                Fix = "Leave writing to iam to the role that deploys.",
                Also = ["CKV_AWS_286"],
                Check = role =>
                    role.Grants(statement =>
                        statement.Allows && Escalating.FirstOrDefault(statement.Covers) is { } action
                            ? $"allows {action}, want nobody to"
                            : null
                    ),
            },
            new("KMS.2", Grade.Medium, Tokens.Role, "No role may decrypt with every key")
            {
                Reason = "Every key's policy that leaves rights to IAM then lets this role read what it encrypts.",
                Fix = "Put the ARN of the key into Resource, and kms:ViaService into a condition.",
                Check = role => role.Grants(DecryptsEverything),
            },
            new("KMS.1", Grade.Medium, "aws:iam/policy:Policy", "No policy allows to decrypt with every key")
            {
                Reason = "Whoever the policy is attached to reads what every key encrypts whose policy leaves rights to IAM.",
                Fix = "Put the ARN of the key into Resource, and kms:ViaService into a condition.",
                Check = policy => policy.Statements("policy", DecryptsEverything),
            },
            new("iam-managed-policies", Grade.High, Tokens.Role, "Roles wear no broad policy of AWS")
            {
                Reason =
                    "Policies such as AmazonS3FullAccess reach every resource of the account, and AWS widens them without asking.",
                Fix = "Write an aws:iam:RolePolicy with what is needed. Narrow policies of services (service-role/…) are fine.",
                Also = ["CKV_AWS_274", "AwsSolutions-IAM4"],
                Check = role =>
                    Verdict.All(
                        IdentityPolicy
                            .AttachedTo(role)
                            .Where(IsBroad)
                            .Select(arn => Verdict.Fail($"attached: got {arn}, want a policy of the stack"))
                    ),
            },
            new("iam-policy-size", Grade.Low, Tokens.Role, "Inline policies fit into what IAM takes")
            {
                Reason =
                    "IAM refuses a role whose inline policies have more than 10,240 characters together, in the middle of the deployment.",
                Fix = "Move statements into an aws:iam:Policy that is attached, or join resources by a pattern.",
                Check = role =>
                {
                    var length = role.ReferredBy("aws:iam/rolePolicy:RolePolicy", "role").Sum(Length);
                    return Verdict.Of(
                        length <= LongestInline,
                        $"policies: got {length} characters, want {LongestInline} or less"
                    );
                },
            },
        ];

    private static bool IsEverything(string action) => action is "*" or "*:*";

    private static bool IsWholeService(string action) =>
        action == "*" || action.EndsWith(":*", StringComparison.Ordinal) && action is not "ssmmessages:*" and not "ec2messages:*";

    private static string? DecryptsEverything(Statement statement) =>
        statement.Allows
        && Decrypting.Any(statement.Covers)
        && statement.Resources.Any(resource =>
            resource == "*"
            || resource.StartsWith("arn:", StringComparison.Ordinal) && resource.EndsWith(":key/*", StringComparison.Ordinal)
        )
            ? "allows kms:Decrypt with every key, want keys by ARN"
            : null;

    private static bool IsBroad(string arn) =>
        arn.StartsWith("arn:aws:iam::aws:policy/", StringComparison.Ordinal)
        && arn[(arn.LastIndexOf('/') + 1)..] is var name
        && (
            name.EndsWith("FullAccess", StringComparison.Ordinal)
            || name
                is "AdministratorAccess"
                    or "PowerUserAccess"
                    or "ReadOnlyAccess"
                    or "SystemAdministrator"
                    or "DatabaseAdministrator"
        );

    private static int Length(Resource policy) => policy["policy"].Text?.Count(letter => !char.IsWhiteSpace(letter)) ?? 0;
}
