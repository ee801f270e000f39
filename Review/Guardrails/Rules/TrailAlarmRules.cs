using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>The alarms that CIS asks for, where the stack has a trail that reaches CloudWatch Logs: a metric filter with these words, and an alarm that acts.</summary>
internal sealed class TrailAlarmRules : GuardrailTable
{
    private const string Filter = "aws:cloudwatch/logMetricFilter:LogMetricFilter";

    // Words that the pattern of a filter must have; any filter with all of them counts, however it is put.
    private static readonly ImmutableArray<(string Id, string Cis, string What, string[] Words)> Rows =
    [
        ("CloudWatch.1", "CIS 4.3", "use of the root user", ["$.userIdentity.type", "Root"]),
        ("CloudWatch.2", "CIS 4.1", "calls that were refused", ["UnauthorizedOperation", "AccessDenied"]),
        ("CloudWatch.3", "CIS 4.2", "sign-in without MFA", ["ConsoleLogin", "MFAUsed"]),
        ("CloudWatch.4", "CIS 4.4", "changes of IAM policies", ["PutRolePolicy", "AttachRolePolicy", "CreatePolicyVersion"]),
        ("CloudWatch.5", "CIS 4.5", "changes of CloudTrail", ["StopLogging", "UpdateTrail", "DeleteTrail"]),
        ("CloudWatch.6", "CIS 4.6", "failed sign-in", ["ConsoleLogin", "Failed authentication"]),
        ("CloudWatch.7", "CIS 4.7", "keys that are switched off or deleted", ["DisableKey", "ScheduleKeyDeletion"]),
        ("CloudWatch.8", "CIS 4.8", "changes of bucket policies", ["PutBucketPolicy", "DeleteBucketPolicy"]),
        ("CloudWatch.9", "CIS 4.9", "changes of AWS Config", ["StopConfigurationRecorder", "DeleteDeliveryChannel"]),
        (
            "CloudWatch.10",
            "CIS 4.10",
            "changes of security groups",
            ["AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress"]
        ),
        ("CloudWatch.11", "CIS 4.11", "changes of network ACLs", ["CreateNetworkAclEntry", "ReplaceNetworkAclEntry"]),
        ("CloudWatch.12", "CIS 4.12", "changes of gateways", ["AttachInternetGateway", "DeleteInternetGateway"]),
        ("CloudWatch.13", "CIS 4.13", "changes of route tables", ["CreateRoute", "ReplaceRoute"]),
        ("CloudWatch.14", "CIS 4.14", "changes of VPCs", ["DeleteVpc", "ModifyVpcAttribute"]),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        Rows.Select(row => new Guardrail(row.Id, Grade.Low, Tokens.Trail, $"An alarm rings on {row.What}")
        {
            Reason = "The trail has it, and nobody reads the trail.",
            Fix =
                $"Add an aws:cloudwatch:LogMetricFilter on the trail's log group whose pattern has {string.Join(", ", row.Words)}, and an alarm on its metric with alarmActions.",
            Also = [row.Cis],
            When = trail => !trail["cloudWatchLogsGroupArn"].IsMissing,
            Check = trail => Watched(trail, row.Words),
        });

    private static Verdict Watched(Resource trail, string[] words)
    {
        var groups = trail.Referred("cloudWatchLogsGroupArn", Tokens.LogGroup).ToList();
        if (groups.Count == 0)
            return Verdict.CannotKnow("the log group of the trail is not in this stack");
        var filters = groups
            .SelectMany(group => group.ReferredBy(Filter, "logGroupName"))
            .Where(filter => words.All(word => filter["pattern"].Text?.Contains(word, StringComparison.Ordinal) ?? false))
            .ToList();
        return Verdict.Any(
            filters.Select(Rings),
            $"metric filter: got none of {groups[0].Name} with {string.Join(", ", words)}, want one"
        );
    }

    private static Verdict Rings(Resource filter)
    {
        var (space, name) = (filter["metricTransformation.namespace"].Text, filter["metricTransformation.name"].Text);
        return Verdict.Of(
            filter
                .Stack.All(Tokens.MetricAlarm)
                .Any(alarm =>
                    alarm["metricName"].Text == name && alarm["namespace"].Text == space && !alarm["alarmActions"].IsEmpty
                ),
            $"alarm: got none with actions on {space} {name}, want one"
        );
    }
}
