using System.Collections.Immutable;
using Infra.Naming;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;

namespace Infra.Identity;

/// <summary>
/// Sends what a pool has to say to CloudWatch: messages that could not be delivered, and each sign-in with its risk. The log groups have no key
/// of ours, because Cognito refuses groups that have one; CloudWatch encrypts them with its own. Their names begin with <c>/aws/vendedlogs/</c>, under
/// which AWS needs no line in the account's one crowded resource policy.
/// </summary>
internal static class PoolLogDelivery
{
    private const string Area = "/aws/vendedlogs/cognito";

    /// <summary>Makes groups and delivery; gives the names of the groups.</summary>
    public static ImmutableArray<string> Make(
        string name,
        StackContext context,
        string poolName,
        PoolLogs logs,
        UserPool pool,
        Resource parent
    )
    {
        var groups = new List<string>(2);
        var deliveries = new List<LogDeliveryConfigurationLogConfigurationArgs>(2)
        {
            new()
            {
                EventSource = "userNotification",
                LogLevel = "ERROR",
                CloudWatchLogsConfiguration = To(Group("messages")),
            },
        };
        if (logs.SignIns)
        {
            var signIns = new LogDeliveryConfigurationLogConfigurationArgs { EventSource = "userAuthEvents", LogLevel = "INFO" };
            if (logs.SignInBucketArn is { } bucket)
                signIns.S3Configuration = new LogDeliveryConfigurationLogConfigurationS3ConfigurationArgs { BucketArn = bucket };
            else
                signIns.CloudWatchLogsConfiguration = To(Group("sign-ins"));
            deliveries.Add(signIns);
        }
        _ = new LogDeliveryConfiguration(
            $"{name}-log-delivery",
            new() { UserPoolId = pool.Id, LogConfigurations = deliveries },
            new() { Parent = parent }
        );
        return [.. groups];

        LogGroup Group(string role)
        {
            groups.Add(NameRule.LogGroup.Check($"{Area}/{poolName}/{role}"));
            return new(
                $"{name}-log-{role}",
                new()
                {
                    Name = groups[^1],
                    RetentionInDays = logs.RetentionDays,
                    Tags = context.Label.NameTag($"users-{role}"),
                },
                new() { Parent = parent }
            );
        }
    }

    private static LogDeliveryConfigurationLogConfigurationCloudWatchLogsConfigurationArgs To(LogGroup group) =>
        new() { LogGroupArn = group.Arn };
}
