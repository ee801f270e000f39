namespace Review.Model.Aws;

/// <summary>Which services of AWS send to a topic or a queue by themselves, as the resources of a stack tell them to.</summary>
internal static class Publishers
{
    private const string CloudWatch = "cloudwatch.amazonaws.com";
    private const string Events = "events.amazonaws.com";

    private static readonly Dictionary<(string Type, string Property), string> Senders = new()
    {
        [(Tokens.MetricAlarm, "alarmActions")] = CloudWatch,
        [(Tokens.MetricAlarm, "okActions")] = CloudWatch,
        [(Tokens.MetricAlarm, "insufficientDataActions")] = CloudWatch,
        [(Tokens.CompositeAlarm, "alarmActions")] = CloudWatch,
        [(Tokens.CompositeAlarm, "okActions")] = CloudWatch,
        [(Tokens.EventTarget, "arn")] = Events,
        [(Tokens.EventTarget, "deadLetterConfig")] = Events,
        [(Tokens.Budget, "notifications")] = "budgets.amazonaws.com",
        [("aws:costexplorer/anomalySubscription:AnomalySubscription", "subscribers")] = "costalerts.amazonaws.com",
        [("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "eventDestination")] =
            "ses.amazonaws.com",
        [("aws:rds/eventSubscription:EventSubscription", "snsTopic")] = "events.rds.amazonaws.com",
        [("aws:s3/bucketNotification:BucketNotification", "topics")] = "s3.amazonaws.com",
        [("aws:s3/bucketNotification:BucketNotification", "queues")] = "s3.amazonaws.com",
        [("aws:backup/vaultNotifications:VaultNotifications", "snsTopicArn")] = "backup.amazonaws.com",
        [("aws:sns/topicSubscription:TopicSubscription", "endpoint")] = "sns.amazonaws.com",
        [("aws:sns/topicSubscription:TopicSubscription", "redrivePolicy")] = "sns.amazonaws.com",
        [(Tokens.Trail, "snsTopicName")] = "cloudtrail.amazonaws.com",
    };

    /// <summary>The principals that send to a topic or a queue, each with one resource that makes it do so.</summary>
    public static IEnumerable<(string Service, Resource By)> Of(Resource target) =>
        target
            .Stack.References.To(target)
            .Select(use => (Service: Senders.GetValueOrDefault((use.From.Type, use.Property)), use.From))
            .Where(sender => sender.Service is not null)
            .DistinctBy(sender => sender.Service)
            .Select(sender => (sender.Service!, sender.From));
}
