namespace Review.Tests.Cost;

internal static partial class PricingCases
{
    private static readonly PricingCase[] Operations =
    [
        new(
            "alarms",
            """
            aws:cloudwatch/metricAlarm:MetricAlarm anomaly {"thresholdMetricId": "ad", "metricQueries": [{"id": "m", "metric": {"period": 300}}, {"id": "ad", "expression": "ANOMALY_DETECTION_BAND(m)"}]}
            aws:cloudwatch/metricAlarm:MetricAlarm fast {"period": 10}
            aws:cloudwatch/metricAlarm:MetricAlarm math {"metricQueries": [{"metric": {"period": 60}}, {"metric": {"period": 60}}, {"expression": "a / b"}]}
            aws:cloudwatch/metricAlarm:MetricAlarm plain {"period": 60}
            aws:cloudwatch/metricAlarm:MetricAlarm query {"metricQueries": [{"expression": "SELECT MAX(x) FROM y"}]}
            aws:cloudwatch/metricAlarm:MetricAlarm unknown {"metricQueries": "?"}
            aws:cloudwatch/compositeAlarm:CompositeAlarm whole {}
            """,
            "",
            "whole alarm-composite 1 0.50",
            "anomaly alarm 3 0.30",
            "fast alarm-high 1 0.30",
            "math alarm 2 0.20",
            "plain alarm 1 0.10",
            "query ! all of it: an alarm on a query is paid by the metrics that the query finds",
            "unknown ! metricQueries: metricQueries is known only after the deployment"
        ),
        new(
            "alarms of scaling",
            """
            aws:appautoscaling/policy:Policy track {"policyType": "TargetTrackingScaling"}
            aws:appautoscaling/policy:Policy step {"policyType": "StepScaling"}
            """,
            "",
            "track alarm 2 0.20"
        ),
        new(
            "dashboard, filter, query",
            """
            aws:cloudwatch/dashboard:Dashboard board {}
            aws:cloudwatch/logMetricFilter:LogMetricFilter count {}
            aws:cloudwatch/queryDefinition:QueryDefinition ask {}
            """,
            "logScanGbPerMonth: 100",
            "board dashboard 1 3.00",
            "count custom-metric 1 0.30",
            "ask logs-scan 100 0.76 usage"
        ),
        new(
            "logs",
            """
            aws:cloudwatch/logGroup:LogGroup ever {}
            aws:cloudwatch/logGroup:LogGroup month {"retentionInDays": 73}
            aws:cloudwatch/logGroup:LogGroup rare {"logGroupClass": "INFREQUENT_ACCESS"}
            """,
            "logGbPerMonth: 30",
            "ever logs-ingest 10 7.60 usage",
            "ever logs-storage 120 3.96 usage", // twelve months
            "month logs-ingest 10 7.60 usage",
            "month logs-storage 24 0.792 usage", // 73 days are 2.4 months
            "rare ! ingestion: the price book has the standard class only"
        ),
        new(
            "deliveries of logs",
            """
            aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination bucket {"deliveryDestinationConfiguration": {"destinationResourceArn": "arn:aws:s3:::logs"}}
            aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination hose {"deliveryDestinationConfiguration": {"destinationResourceArn": "arn:aws:firehose:x"}}
            aws:cloudwatch/logDelivery:LogDelivery a {"deliveryDestinationArn": "@bucket.arn"}
            aws:cloudwatch/logDelivery:LogDelivery b {"deliveryDestinationArn": "@hose.arn"}
            """,
            "",
            "b ! delivery: the price book has no delivery of logs but that of CloudFront to buckets"
        ),
        new(
            "Container Insights",
            """
            aws:ecs/cluster:Cluster off {}
            aws:ecs/cluster:Cluster on {"settings": [{"name": "containerInsights", "value": "enabled"}]}
            aws:ecs/cluster:Cluster plus {"settings": [{"name": "containerInsights", "value": "enhanced"}]}
            """,
            "resources: { on: { containerInsightsMetrics: 20 } }",
            "on custom-metric 20 6.00 usage",
            "plus insights-enhanced-metric 100 7.00 usage"
        ),
        new(
            "canaries",
            """
            aws:synthetics/canary:Canary often {"schedule": {"expression": "rate(5 minutes)"}}
            aws:synthetics/canary:Canary odd {"schedule": {"expression": "every now and then"}}
            """,
            "",
            "often canary-run 8760 16.644",
            "odd ! runs: how often every now and then runs is not known"
        ),
        new(
            "traces by the stage, not by its functions",
            """
            aws:apigateway/stage:Stage stage {"xrayTracingEnabled": true, "cacheClusterEnabled": true}
            aws:lambda/function:Function fn {"tracingConfig": {"mode": "Active"}}
            aws:xray/group:Group watched {"insightsConfiguration": {"insightsEnabled": true}}
            aws:xray/group:Group plain {}
            aws:xray/samplingRule:SamplingRule rule {}
            """,
            "{ tracesPerMonth: 1000000, requestsPerMonth: 0 }",
            "stage xray-traces 1000000 5.00 usage",
            "watched xray-insights 1000000 0.50 usage",
            "stage ! cache: the price book has no caches of API Gateway"
        ),
        new(
            "queues and topics",
            """
            aws:sqs/queue:Queue q {}
            aws:sqs/queue:Queue fifo {"fifoQueue": true}
            aws:sns/topic:Topic t {}
            """,
            "{ queueRequestsPerMonth: 2000000, notificationsPerMonth: 1000 }",
            "t sns-publishes 1000 0.0005 usage",
            "t sns-email 1000 0.02 usage",
            "q sqs-requests 1000000 0.40 usage",
            "fifo ! requests: the price book has no FIFO queues"
        ),
        new(
            "events, schedules, mail",
            """
            aws:cloudwatch/eventRule:EventRule rule {}
            aws:cloudwatch/eventBus:EventBus bus {}
            aws:scheduler/schedule:Schedule minutely {"scheduleExpression": "rate(1 minute)"}
            aws:scheduler/schedule:Schedule once {"scheduleExpression": "at(2026-12-01T00:00:00)"}
            aws:sesv2/emailIdentity:EmailIdentity mail {}
            """,
            "{ eventsPerMonth: 1000000, emailsPerMonth: 10000 }",
            "bus events-custom 1000000 1.00 usage",
            "minutely scheduler-calls 43800 0.0438",
            "mail ses-mail 10000 1.00 usage"
        ),
    ];
}
