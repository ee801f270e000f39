using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Parameter Store, and the instances that Systems Manager looks after.</summary>
internal sealed class ParameterRules : GuardrailTable
{
    private const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Profile = "aws:iam/instanceProfile:InstanceProfile";

    // What the agent calls to be known to Systems Manager, and to be talked to.
    private static readonly string[] Managed = ["ssm:UpdateInstanceInformation", "ssmmessages:OpenDataChannel"];

    // Ends of the names of parameters that hold secrets.
    private static readonly string[] SecretWords =
    [
        "apikey",
        "credential",
        "passwd",
        "password",
        "privatekey",
        "secret",
        "token",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("SSM.1", Grade.Medium, LaunchTemplate, "Instances are managed by Systems Manager")
            {
                Reason = "Nobody can patch such an instance, list what runs on it, or get a session without opening SSH.",
                Fix =
                    "Allow ssm:UpdateInstanceInformation and ssmmessages:* in the role of iamInstanceProfile, on every resource.",
                Check = template =>
                    Verdict.Any(
                        template
                            .Referred("iamInstanceProfile", Profile)
                            .SelectMany(profile => profile.Referred("role", Tokens.Role))
                            .Select(IsManaged),
                        "iamInstanceProfile: got no profile with a role of the stack, want one that Systems Manager accepts"
                    ),
            },
            new("ssm-parameter-secure", Grade.High, Tokens.Parameter, "Parameters that hold secrets are SecureStrings")
            {
                Reason =
                    "A String is readable by everybody with ssm:GetParameter, and by everybody who can list parameters in the console.",
                Fix = "Set type: SecureString, value instead of insecureValue, and keyId. The parameter is replaced.",
                Also = ["CKV2_AWS_34"],
                When = parameter =>
                    parameter["value"].IsSecret
                    || parameter["insecureValue"].IsSecret
                    || parameter["name"].Text is { } name && IsSecretName(name),
                Check = parameter => parameter.IsOneOf("type", "SecureString") & parameter.IsUnset("insecureValue"),
            },
            new("ssm-parameter-key", Grade.Medium, Tokens.Parameter, "SecureStrings are encrypted with a key of the account")
            {
                Reason = "With the key of AWS everybody in the account who may read parameters may decrypt them.",
                Fix = "Set keyId to a key of the stack; readers need kms:Decrypt on it.",
                Also = ["CKV_AWS_337"],
                When = IsSecure,
                Check = parameter =>
                    parameter.Ask("keyId", key => !key.IsEmpty && key.Text != "alias/aws/ssm", "a KMS key of the stack") switch
                    {
                        // Any key of the stack is known only later, and is right.
                        { Outcome: Outcome.CannotKnow } when parameter.Referred("keyId", Tokens.Key).Any() => Verdict.Pass,
                        var verdict => verdict,
                    },
            },
            new(
                "ssm-parameter-value-secret",
                Grade.Critical,
                Tokens.Parameter,
                "Values of SecureStrings are secret in the state too"
            )
            {
                Reason = "A plain value is readable in the plan, the state file, and every log that prints them.",
                Fix = "Take value from a secret output, or wrap it in Output.CreateSecret.",
                When = IsSecure,
                Check = parameter =>
                    Verdict.Of(
                        parameter["value"] is { IsSecret: true } or { IsUnknown: true },
                        "value: got a plain value or none, want a secret"
                    ),
            },
        ];

    private static bool IsSecure(Resource parameter) => parameter["type"].Text == "SecureString";

    private static Verdict IsManaged(Resource role)
    {
        if (IdentityPolicy.AttachedTo(role).Any(arn => arn.EndsWith("/AmazonSSMManagedInstanceCore", StringComparison.Ordinal)))
            return Verdict.Pass;
        if (IdentityPolicy.Of(role).Any(policy => policy.IsUnknown))
            return Verdict.CannotKnow($"a policy of {role.Name} is known only after the deployment");
        return Verdict.All(
            Managed.Select(action =>
                Verdict.Of(
                    IdentityPolicy.GrantsOf(role).Any(statement => statement.Covers(action)),
                    $"role {role.Name}: got no statement that allows {action}, want one"
                )
            )
        );
    }

    // One or many, with or without a dash in api_key: what is left of the name then ends in the word.
    private static bool IsSecretName(string name)
    {
        var letters = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (letters.EndsWith('s') || letters.EndsWith('S'))
            letters = letters[..^1];
        return Array.Exists(SecretWords, word => letters.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
