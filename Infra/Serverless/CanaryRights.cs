using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Serverless;

/// <summary>What a canary may do: keep what it saw, write its log, report how it went.</summary>
internal static class CanaryRights
{
    // Synthetics makes the function and cuts long names in a way it does not tell; enough is left to tell systems apart.
    private const int SafeLength = 15;

    /// <summary>The statements.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="canary">Its name.</param>
    /// <param name="bucketArn">Where it keeps what it saw.</param>
    /// <param name="folder">The folder there.</param>
    public static ImmutableArray<Statement> Of(StackContext context, string canary, string bucketArn, string folder) =>
        [
            new("KeepResults") { Actions = ["s3:GetObject", "s3:PutObject"], Resources = [$"{bucketArn}/{folder}/*"] },
            new("FindBucket") { Actions = ["s3:GetBucketLocation"], Resources = [bucketArn] },
            // Asked for by every canary, and without a resource that a policy could name.
            new("ListBuckets") { Actions = ["s3:ListAllMyBuckets"] },
            new("WriteLog")
            {
                Actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
                Resources =
                [
                    context.Arn("logs", $"log-group:/aws/lambda/cwsyn-{canary[..Math.Min(SafeLength, canary.Length)]}*"),
                ],
            },
            new("ReportResults")
            {
                Actions = ["cloudwatch:PutMetricData"],
                Conditions = [new("StringEquals", "cloudwatch:namespace", "CloudWatchSynthetics")],
            },
        ];
}
