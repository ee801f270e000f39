using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;
using Infra.Storage;

namespace Infra.Edge;

/// <summary>The right of load balancers to write their logs into a bucket.</summary>
internal static class LogDelivery
{
    private const string Writer = "logdelivery.elasticloadbalancing.amazonaws.com";

    /// <summary>The statement.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="bucketRole">The bucket.</param>
    /// <param name="sourceArn">
    /// Pattern of the ARNs of the load balancers. A text: their outputs would be needed before they can be made, because they write to the
    /// bucket when they are.
    /// </param>
    /// <param name="folders">The folders in which they may write, one for each kind of log.</param>
    public static Statement Statement(StackContext context, string bucketRole, string sourceArn, ImmutableArray<string> folders)
    {
        var bucket = PrivateBucket.ArnOf(context, bucketRole);
        return new("ServiceWritesLogs")
        {
            Principal = Principal.Services(Writer),
            Actions = ["s3:PutObject"],
            Resources = [.. folders.Select(folder => $"{bucket}/{folder}/AWSLogs/{context.AccountId}/*")],
            Conditions =
            [
                new("ArnLike", "aws:SourceArn", sourceArn),
                // The ARN holds the account already. AWS documents the ARN only, so a request that names no account must pass.
                new("StringEqualsIfExists", "aws:SourceAccount", context.AccountId),
            ],
        };
    }
}
