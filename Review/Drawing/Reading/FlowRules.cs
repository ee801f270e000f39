using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>Inputs by which one resource says that something goes to another.</summary>
internal static class FlowRules
{
    /// <summary>One such input.</summary>
    /// <param name="Property">The input.</param>
    /// <param name="Kind">The kind of line.</param>
    /// <param name="Label">What goes along it.</param>
    /// <param name="To">The type that it must name. Default: any.</param>
    /// <param name="Reverse">Whether it goes from what is named to what names it.</param>
    public readonly record struct Flow(
        string Property,
        EdgeKind Kind,
        string Label = "",
        string? To = null,
        bool Reverse = false
    );

    /// <summary>The inputs of a type.</summary>
    public static Flow[] Of(string type) =>
        type switch
        {
            RestApis.Integration =>
            [
                new("uri", EdgeKind.Traffic, "", LambdaCalls.Function),
                new("uri", EdgeKind.Traffic, "", "aws:lambda/alias:Alias"),
            ],
            "aws:apigatewayv2/integration:Integration" => [new("integrationUri", EdgeKind.Traffic)],
            "aws:apigateway/authorizer:Authorizer" =>
            [
                new("authorizerUri", EdgeKind.Traffic),
                new("providerArns", EdgeKind.Guard, "", UserPools.Type, Reverse: true),
            ],
            "aws:wafv2/webAclAssociation:WebAclAssociation" => [new("resourceArn", EdgeKind.Guard)],
            "aws:cloudfront/distribution:Distribution" => [new("webAclId", EdgeKind.Guard, "", null, Reverse: true)],
            "aws:lambda/eventSourceMapping:EventSourceMapping" => [new("eventSourceArn", EdgeKind.Data, "", null, Reverse: true)],
            "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig" =>
            [
                new("destinationConfig", EdgeKind.Data, "failures"),
            ],
            "aws:sns/topicSubscription:TopicSubscription" => [new("endpoint", EdgeKind.Data, "events")],
            "aws:cloudwatch/eventTarget:EventTarget" => [new("arn", EdgeKind.Data, "events")],
            "aws:scheduler/schedule:Schedule" => [new("target", EdgeKind.Data, "starts")],
            "aws:s3/bucketNotification:BucketNotification" =>
            [
                new("lambdaFunctions", EdgeKind.Data, "events"),
                new("queues", EdgeKind.Data, "events"),
            ],
            "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination" =>
            [
                new("eventDestination", EdgeKind.Data, "events", Tokens.Topic),
            ],
            Databases.Instance => [new("replicateSourceDb", EdgeKind.Data, "replica", Databases.Instance, Reverse: true)],
            "aws:rds/proxyTarget:ProxyTarget" => [new("dbInstanceIdentifier", EdgeKind.Traffic)],
            Tokens.MetricAlarm or Tokens.CompositeAlarm => [new("alarmActions", EdgeKind.Alarm, "", Tokens.Topic)],
            Tokens.Budget => [new("notifications", EdgeKind.Alarm, "", Tokens.Topic)],
            "aws:costexplorer/anomalySubscription:AnomalySubscription" => [new("subscribers", EdgeKind.Alarm, "", Tokens.Topic)],
            "aws:ec2/flowLog:FlowLog" => [new("logDestination", EdgeKind.Data, "flow logs")],
            "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration" =>
            [
                new("logDestinationConfigs", EdgeKind.Data, "logs"),
            ],
            Tokens.LoadBalancer => [new("accessLogs", EdgeKind.Data, "logs"), new("connectionLogs", EdgeKind.Data, "logs")],
            "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination" =>
            [
                new("deliveryDestinationConfiguration", EdgeKind.Data, "logs"),
            ],
            "aws:elasticache/replicationGroup:ReplicationGroup" =>
            [
                new("logDeliveryConfigurations", EdgeKind.Data, "logs", Tokens.LogGroup),
            ],
            CardNames.Task => [new("containerDefinitions", EdgeKind.Data, "logs", Tokens.LogGroup)],
            CardNames.Cluster => [new("configuration", EdgeKind.Data, "logs", Tokens.LogGroup)],
            "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration" => [new("logConfigurations", EdgeKind.Data, "logs")],
            RestApis.Stage => [new("accessLogSettings", EdgeKind.Data, "logs")],
            _ => [],
        };
}
