using Infra.Policies;

namespace Infra.Edge;

/// <summary>Who may do what in a bucket of logs: its service writes, nobody does anything without TLS.</summary>
internal static class LogBucketPolicy
{
    /// <summary>The policy.</summary>
    /// <param name="args">What the bucket is for.</param>
    /// <param name="bucket">Its name.</param>
    public static string For(LogBucketArgs args, string bucket)
    {
        var context = args.Context;
        var arn = $"arn:{context.Partition}:s3:::{bucket}";
        return PolicyDocument.Of(
            new Statement("ServiceWritesLogs")
            {
                Principal = Principal.Services(args.Writer),
                Actions = ["s3:PutObject"],
                Resources = [.. args.Folders.Select(folder => $"{arn}/{folder}/AWSLogs/{context.AccountId}/*")],
                Conditions =
                [
                    new("ArnLike", "aws:SourceArn", args.SourceArn),
                    // The ARN holds the account already. AWS documents the ARN only, so a request that names no account must pass.
                    new("StringEqualsIfExists", "aws:SourceAccount", context.AccountId),
                ],
            },
            new Statement("NobodyWithoutTls")
            {
                Principal = Principal.Anybody,
                Actions = ["s3:*"],
                Resources = [arn, $"{arn}/*"],
                Conditions = [new("Bool", "aws:SecureTransport", "false")],
            }.Deny()
        );
    }
}
