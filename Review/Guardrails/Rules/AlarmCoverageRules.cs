using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>What matters has an alarm. One row a type; each text of a row is a metric that must be watched, or several of which one must be.</summary>
internal sealed class AlarmCoverageRules : GuardrailTable
{
    private sealed record Row(string Id, string On, string Things, string Reason, params ImmutableArray<string> Metrics)
    {
        public Func<Resource, bool> When { get; init; } = static _ => true;
    }

    private static readonly ImmutableArray<Row> Rows =
    [
        new(
            "apigateway-alarms",
            "aws:apigateway/restApi:RestApi",
            "REST APIs",
            "Callers see errors of the API before its owners do.",
            "5XXError"
        ),
        new(
            "cloudfront-alarms",
            "aws:cloudfront/distribution:Distribution",
            "Distributions",
            "A broken origin shows error pages to everybody, and no log of the origin says so.",
            "5xxErrorRate"
        ),
        new(
            "dynamodb-alarms",
            Tokens.Table,
            "Tables",
            "Throttled writes are lost when the program gives up retrying.",
            "ReadThrottleEvents or WriteThrottleEvents or ThrottledRequests",
            "SystemErrors"
        ),
        new(
            "ec2-nat-alarms",
            "aws:ec2/natGateway:NatGateway",
            "NAT gateways",
            "A gateway without free ports refuses new connections to the internet, and everything behind it looks slow.",
            "ErrorPortAllocation or PacketsDropCount"
        ),
        new(
            "ecs-alarms",
            "aws:ecs/service:Service",
            "ECS services",
            "Fewer tasks than wanted, or full ones, are noticed by the users first.",
            "RunningTaskCount",
            "CPUUtilization",
            "MemoryUtilization"
        ),
        new(
            "elasticache-alarms",
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "Caches",
            "A full cache throws sessions away or refuses writes, depending on its eviction policy.",
            "DatabaseMemoryUsagePercentage or DatabaseCapacityUsagePercentage or FreeableMemory or BytesUsedForCache",
            "EngineCPUUtilization or CPUUtilization"
        ),
        new(
            "elb-alarms",
            Tokens.LoadBalancer,
            "Load balancers",
            "Errors that the load balancer itself answers are in no log of the application.",
            "HTTPCode_Target_5XX_Count or HTTPCode_ELB_5XX_Count or TCP_ELB_Reset_Count"
        ),
        new(
            "elb-target-alarms",
            "aws:lb/targetGroup:TargetGroup",
            "Target groups",
            "A group that loses its healthy targets one by one is only noticed when the last is gone.",
            "UnHealthyHostCount or HealthyHostCount"
        ),
        new(
            "lambda-alarms",
            Tokens.Function,
            "Functions",
            "Errors of functions that nobody waits for are seen by nobody, and throttled events are dropped after some hours.",
            "Errors",
            "Throttles"
        ),
        new(
            "rds-alarms",
            "aws:rds/instance:Instance",
            "Databases",
            "A full disk stops the database; full connections or CPU stop everything that asks it.",
            "FreeStorageSpace",
            "CPUUtilization",
            "DatabaseConnections"
        ),
        new(
            "sqs-failure-alarms",
            Tokens.Queue,
            "Queues of failures",
            "What failed lies in the queue until its time is over, and is lost.",
            "ApproximateNumberOfMessagesVisible or ApproximateAgeOfOldestMessage or NumberOfMessagesSent"
        )
        {
            When = FailureQueues.Holds,
        },
        new(
            "acm-expiry-alarms",
            "aws:acm/certificate:Certificate",
            "Imported certificates",
            "AWS does not renew a certificate that was imported; on its last day every browser refuses the site.",
            "DaysToExpiry"
        )
        {
            When = certificate => !certificate["certificateBody"].IsMissing,
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        Rows.Select(row => new Guardrail(
            row.Id,
            Grade.Medium,
            row.On,
            $"{row.Things} have alarms on {string.Join(", ", row.Metrics)}"
        )
        {
            Reason = row.Reason,
            Fix = "Add an aws:cloudwatch:MetricAlarm on the metric with the dimensions of the resource; 0.10 USD a month each.",
            When = row.When,
            FollowsReferences = true,
            Check = resource => Verdict.All(row.Metrics.Select(metrics => Watched(resource, metrics))),
        });

    private static Verdict Watched(Resource resource, string metrics) =>
        Verdict.Of(
            Alarms.Of(resource.Stack).Watching(resource).Intersect(metrics.Split(" or ")).Any(),
            $"alarms: got none on {metrics}, want one"
        );
}
