namespace Review.Model.Aws;

/// <summary>Which services of AWS send to a topic or a queue by themselves, as the resources of a stack tell them to.</summary>
internal static class Publishers
{
    private const string CloudWatch = "cloudwatch.amazonaws.com";
    private const string Events = "events.amazonaws.com";

    // By type and input.
    private static readonly Dictionary<string, string> Senders = new(StringComparer.Ordinal)
    {
        [Sender(Tokens.MetricAlarm, "alarmActions")] = CloudWatch,
        [Sender(Tokens.MetricAlarm, "okActions")] = CloudWatch,
        [Sender(Tokens.MetricAlarm, "insufficientDataActions")] = CloudWatch,
        [Sender(Tokens.CompositeAlarm, "alarmActions")] = CloudWatch,
        [Sender(Tokens.CompositeAlarm, "okActions")] = CloudWatch,
        [Sender(Tokens.EventTarget, "arn")] = Events,
        [Sender(Tokens.EventTarget, "deadLetterConfig")] = Events,
        [Sender(Tokens.Budget, "notifications")] = "budgets.amazonaws.com",
        [Sender("aws:costexplorer/anomalySubscription:AnomalySubscription", "subscribers")] = "costalerts.amazonaws.com",
        [Sender("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "eventDestination")] =
            "ses.amazonaws.com",
        [Sender("aws:rds/eventSubscription:EventSubscription", "snsTopic")] = "events.rds.amazonaws.com",
        [Sender("aws:s3/bucketNotification:BucketNotification", "topics")] = "s3.amazonaws.com",
        [Sender("aws:s3/bucketNotification:BucketNotification", "queues")] = "s3.amazonaws.com",
        [Sender("aws:backup/vaultNotifications:VaultNotifications", "snsTopicArn")] = "backup.amazonaws.com",
        [Sender("aws:sns/topicSubscription:TopicSubscription", "endpoint")] = "sns.amazonaws.com",
        [Sender("aws:sns/topicSubscription:TopicSubscription", "redrivePolicy")] = "sns.amazonaws.com",
        [Sender(Tokens.Trail, "snsTopicName")] = "cloudtrail.amazonaws.com",
    };

    /// <summary>The principals that send to a topic or a queue, each with one resource that makes it do so.</summary>
    public static IEnumerable<ServiceUse> Of(Resource target) =>
        target
            .Stack.References.To(target)
            .Select(use =>
                Senders.TryGetValue(Sender(use.From.Type, use.Property), out var service)
                    ? new ServiceUse(service, use.From)
                    : null
            )
            .OfType<ServiceUse>()
            .DistinctBy(sender => sender.Service);

    private static string Sender(string type, string property) => $"{type}.{property}";
}
