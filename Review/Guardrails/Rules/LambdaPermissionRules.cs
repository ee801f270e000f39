using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Who may call functions of Lambda, and what queues wait for them.</summary>
internal sealed class LambdaPermissionRules : GuardrailTable
{
    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("Lambda.1", Grade.Critical, LambdaCalls.Permission, "Nobody outside may call functions")
            {
                Reason = "Anybody with an account of AWS, or anybody at all, calls the function and acts with its role.",
                Fix =
                    "Name an account, a service or an organisation as principal; with * give principalOrgId, sourceAccount or sourceArn.",
                Check = permission =>
                    permission.Ask(
                        "principal",
                        principal => principal.Text != "*" || IsNarrow(permission),
                        "an account or a service, or principalOrgId beside *"
                    ) & permission.Ask("functionUrlAuthType", type => type.Text is not "NONE", "AWS_IAM"),
            },
            new(
                "lambda-permission-source",
                Grade.High,
                LambdaCalls.Permission,
                "Services may call functions only for what is ours"
            )
            {
                Reason = "A topic, bucket or API of another account calls the function: the service is trusted, whoever told it.",
                Fix = "Set sourceArn, and for S3 sourceAccount too, as a bucket's ARN has no account.",
                Also = ["CKV_AWS_364"],
                When = permission => permission["principal"].Text?.EndsWith(".amazonaws.com", StringComparison.Ordinal) == true,
                Check = permission =>
                    Verdict.Of(
                        permission["principal"].Text == "s3.amazonaws.com"
                            ? !permission["sourceAccount"].IsEmpty
                            : IsNarrow(permission),
                        $"{(permission["principal"].Text == "s3.amazonaws.com" ? "sourceAccount" : "sourceArn")}: got nothing for {permission["principal"].Text}, want it"
                    ),
            },
            new("lambda-permission-alias", Grade.Medium, LambdaCalls.Permission, "Permissions are for the alias that is called")
            {
                Reason =
                    "A permission without qualifier does not cover the alias: calls of it are refused, and any old version may be called.",
                Fix = "Set qualifier to the name of the alias.",
                When = permission =>
                    permission.Referred("function", LambdaCalls.Function).Any(function => function.Aliases().Any()),
                Check = permission =>
                    permission.Ask(
                        "qualifier",
                        qualifier =>
                            permission
                                .Referred("function", LambdaCalls.Function)
                                .SelectMany(function => function.Aliases())
                                .Any(alias => alias["name"].Text == qualifier.Text),
                        "the name of an alias"
                    ),
            },
            new(
                "lambda-queue-visibility",
                Grade.Medium,
                "aws:lambda/eventSourceMapping:EventSourceMapping",
                "Queues wait six times as long as the function that reads them"
            )
            {
                Reason = "A message that is still worked on is handed out again, and done twice.",
                Fix = "Set visibilityTimeoutSeconds of the queue to six times the timeout of the function.",
                When = mapping =>
                    mapping.Referred("eventSourceArn", "aws:sqs/queue:Queue").Any()
                    && mapping.Referred("functionName", LambdaCalls.Function).Any(),
                Check = mapping =>
                    Verdict.All(
                        from queue in mapping.Referred("eventSourceArn", "aws:sqs/queue:Queue")
                        from function in mapping.Referred("functionName", LambdaCalls.Function)
                        select function["timeout"].IsUnknown
                            ? Verdict.CannotKnow($"timeout of {function.Name} is known only after the deployment")
                            : queue.AtLeast("visibilityTimeoutSeconds", 6 * (function["timeout"].Number ?? 3), absent: 30)
                    ),
            },
        ];

    private static bool IsNarrow(Resource permission) =>
        !permission["sourceArn"].IsEmpty || !permission["sourceAccount"].IsEmpty || !permission["principalOrgId"].IsEmpty;
}
