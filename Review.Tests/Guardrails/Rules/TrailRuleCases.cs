namespace Review.Tests.Guardrails.Rules;

internal sealed class TrailRuleCases : RuleCases
{
    private const string Trail = """
        aws:s3/bucket:Bucket bucket {"bucket": "audit-1"}
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock private {"bucket": "audit-1", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true}
        aws:s3/bucketLogging:BucketLogging logging {"bucket": "audit-1", "targetBucket": "logs-1"}
        aws:cloudwatch/logGroup:LogGroup log {"name": "trail"}
        aws:cloudtrail/trail:Trail trail {"s3BucketName": "audit-1", "isMultiRegionTrail": true, "enableLogFileValidation": true, "kmsKeyId": "arn:aws:kms:x", "cloudWatchLogsGroupArn": "@log.arn:*", "cloudWatchLogsRoleArn": "arn:aws:iam::111111111111:role/trail"}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("CloudTrail.1", Trail)
                .FailsWith("trail", "isMultiRegionTrail", "false")
                .FailsWith("trail", "isMultiRegionTrail", null)
                .FailsWith("trail", "enableLogging", "false")
                .FailsWith("trail", "includeGlobalServiceEvents", "false")
                .CannotKnow("trail", "isMultiRegionTrail"),
            new RuleCase("CloudTrail.2", Trail).FailsWith("trail", "kmsKeyId", null),
            new RuleCase("CloudTrail.4", Trail)
                .FailsWith("trail", "enableLogFileValidation", "false")
                .FailsWith("trail", "enableLogFileValidation", null)
                .CannotKnow("trail", "enableLogFileValidation"),
            new RuleCase("CloudTrail.5", Trail)
                .FailsWith("trail", "cloudWatchLogsGroupArn", null)
                .FailsWith("trail", "cloudWatchLogsRoleArn", null),
            new RuleCase("CloudTrail.6", Trail)
                .FailsWithout("private")
                .FailsWith("private", "blockPublicAcls", "false")
                .FailsWith("private", "blockPublicPolicy", "false")
                .FailsWith("private", "ignorePublicAcls", "false")
                .FailsWith("private", "restrictPublicBuckets", "false")
                .CannotKnow("private", "blockPublicAcls")
                .CannotKnow("trail", "s3BucketName"),
            new RuleCase("CloudTrail.7", Trail).FailsWithout("logging").CannotKnow("trail", "s3BucketName"),
            new RuleCase(
                "Config.1",
                """
                aws:cfg/recorder:Recorder recorder {"name": "all", "recordingGroup": {"allSupported": true, "includeGlobalResourceTypes": true}}
                aws:cfg/recorderStatus:RecorderStatus status {"name": "@recorder.name", "isEnabled": true}
                aws:cfg/deliveryChannel:DeliveryChannel channel {"s3BucketName": "audit-1"}
                """
            ).FailsWith("recorder", "recordingGroup.allSupported", "false").FailsWith("recorder", "recordingGroup.includeGlobalResourceTypes", null).FailsWith("status", "isEnabled", "false").FailsWithout("status").FailsWithout("channel").CannotKnow("status", "isEnabled").PassesWith("recorder", "recordingGroup.allSupported", null),
            new RuleCase("GuardDuty.1", """aws:guardduty/detector:Detector detector {"enable": true}""")
                .FailsWith("detector", "enable", "false")
                .CannotKnow("detector", "enable")
                .PassesWith("detector", "enable", null),
            Alarm("CloudWatch.1", "{ $.userIdentity.type = Root }", "{ $.userIdentity.type = IAMUser }"),
            Alarm(
                "CloudWatch.2",
                "{ ($.errorCode = *UnauthorizedOperation) || ($.errorCode = AccessDenied*) }",
                "{ $.errorCode = AccessDenied* }"
            ),
            Alarm(
                "CloudWatch.3",
                "{ ($.eventName = ConsoleLogin) && ($.additionalEventData.MFAUsed != Yes) }",
                "{ $.eventName = ConsoleLogin }"
            ),
            Alarm("CloudWatch.4", Names("PutRolePolicy", "AttachRolePolicy", "CreatePolicyVersion"), Names("PutRolePolicy")),
            Alarm("CloudWatch.5", Names("StopLogging", "UpdateTrail", "DeleteTrail"), Names("StopLogging")),
            Alarm(
                "CloudWatch.6",
                "{ ($.eventName = ConsoleLogin) && ($.errorMessage = Failed authentication) }",
                "{ $.eventName = ConsoleLogin }"
            ),
            Alarm("CloudWatch.7", Names("DisableKey", "ScheduleKeyDeletion"), Names("DisableKey")),
            Alarm("CloudWatch.8", Names("PutBucketPolicy", "DeleteBucketPolicy"), Names("PutBucketPolicy")),
            Alarm("CloudWatch.9", Names("StopConfigurationRecorder", "DeleteDeliveryChannel"), Names("DeleteDeliveryChannel")),
            Alarm(
                "CloudWatch.10",
                Names("AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress"),
                Names("AuthorizeSecurityGroupIngress")
            ),
            Alarm("CloudWatch.11", Names("CreateNetworkAclEntry", "ReplaceNetworkAclEntry"), Names("CreateNetworkAclEntry")),
            Alarm("CloudWatch.12", Names("AttachInternetGateway", "DeleteInternetGateway"), Names("AttachInternetGateway")),
            Alarm("CloudWatch.13", Names("CreateRoute", "ReplaceRoute"), Names("CreateRoute")),
            Alarm("CloudWatch.14", Names("DeleteVpc", "ModifyVpcAttribute"), Names("DeleteVpc")),
        ];

    private static string Names(params string[] events) =>
        $"{{ {string.Join(" || ", events.Select(name => $"($.eventName = {name})"))} }}";

    private static RuleCase Alarm(string rule, string pattern, string poorer) => new RuleCase(
            rule,
            $$"""
            aws:cloudwatch/logGroup:LogGroup log {"name": "trail"}
            aws:cloudtrail/trail:Trail trail {"cloudWatchLogsGroupArn": "@log.arn:*"}
            aws:cloudwatch/logMetricFilter:LogMetricFilter filter {"logGroupName": "trail", "pattern": "{{pattern}}", "metricTransformation": {"namespace": "cis", "name": "It"} }
            aws:cloudwatch/metricAlarm:MetricAlarm alarm {"namespace": "cis", "metricName": "It", "alarmActions": ["arn:aws:sns:x"]}
            """
        ).FailsWithout("filter").FailsWith("filter", "pattern", $"\"{poorer}\"").FailsWith("filter", "logGroupName", "\"another\"").FailsWithout("alarm").FailsWith("alarm", "metricName", "\"Other\"").FailsWith("alarm", "namespace", "\"other\"").FailsWith("alarm", "alarmActions", null).CannotKnow("trail", "cloudWatchLogsGroupArn");
}
