using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Operations;

/// <summary>What AWS answers to the commands that operate a stack, in a system where all is well.</summary>
internal static class OperationStandIns
{
    public const string Region = " --region ap-northeast-1 --output json";

    public const string Database = """
        {"DBInstances": [{
          "DBInstanceIdentifier": "idp-server-postgresql", "DbiResourceId": "db-ABC", "DBInstanceStatus": "available",
          "DBInstanceClass": "db.r6g.xlarge", "DBName": "idpserver", "MasterUsername": "idpserver",
          "MasterUserSecret": {"SecretArn": "arn:aws:secretsmanager:x:1:secret:rds!db-1", "SecretStatus": "active"},
          "Endpoint": {"Address": "idp-server-postgresql.abc.ap-northeast-1.rds.amazonaws.com", "Port": 5432},
          "DBSubnetGroup": {"DBSubnetGroupName": "idp-server-db-subnet-group"},
          "VpcSecurityGroups": [{"VpcSecurityGroupId": "sg-1", "Status": "active"}],
          "DBParameterGroups": [{"DBParameterGroupName": "idp-server-pg15-params"}],
          "StorageType": "gp3", "AllocatedStorage": 100, "Iops": 3000, "StorageThroughput": 125, "MaxAllocatedStorage": 500,
          "MultiAZ": true, "IAMDatabaseAuthenticationEnabled": true, "CopyTagsToSnapshot": true, "DeletionProtection": true,
          "AutoMinorVersionUpgrade": true, "EnabledCloudwatchLogsExports": ["postgresql", "upgrade"],
          "TagList": [{"Key": "Name", "Value": "idp-server-postgresql"}, {"Key": "aws:cloudformation:x", "Value": "y"}, {"Key": "Owner", "Value": "a b"}]
        }]}
        """;

    public const string Backups = """
        {"DBInstanceAutomatedBackups": [
          {"DbiResourceId": "db-OLD", "RestoreWindow": {"EarliestTime": "2020-01-01T00:00:00+00:00", "LatestTime": "2020-01-02T00:00:00+00:00"}},
          {"DbiResourceId": "db-ABC", "RestoreWindow": {"EarliestTime": "2026-01-01T00:00:00+00:00", "LatestTime": "2026-01-08T03:25:00.500000+00:00"}}]}
        """;

    public const string NoInstance =
        "An error occurred (DBInstanceNotFound) when calling the DescribeDBInstances operation: DBInstance idp-server-postgresql-restored not found.";

    public const string TaskArn = "arn:aws:ecs:ap-northeast-1:111111111111:task/idp-server-cluster/0123abcd";

    private const string Family = "arn:aws:ecs:ap-northeast-1:111111111111:task-definition/idp-server";

    public static string Revision(int number) => $"{Family}:{number}";

    public static StandIns Aws(string account = "111111111111") =>
        new StandIns("aws").Says(
            "aws sts get-caller-identity",
            $$"""{"Account": "{{account}}", "Arn": "arn:aws:iam::{{account}}:user/me"}"""
        );

    /// <summary>A service, as describe-services tells it.</summary>
    public static string Service(
        int revision,
        int desired = 2,
        int running = 2,
        string rollout = "COMPLETED",
        string more = ""
    ) =>
        $$"""
            {"services": [{"status": "ACTIVE", "taskDefinition": "{{Revision(
                revision
            )}}", "desiredCount": {{desired}}, "runningCount": {{running}},
              "deployments": [{"status": "PRIMARY", "taskDefinition": "{{Revision(revision)}}", "desiredCount": {{desired}},
                "runningCount": {{running}}, "rolloutState": "{{rollout}}", "rolloutStateReason": "tasks failed to start"}{{more}}]}]}
            """;

    /// <summary>A task definition, as describe-task-definition tells it.</summary>
    public static string Definition(int number, string image, string status = "ACTIVE", string environment = "LOG_LEVEL") =>
        $$"""
            {"taskDefinition": {"taskDefinitionArn": "{{Revision(
                number
            )}}", "family": "idp-server", "revision": {{number}}, "status": "{{status}}",
               "cpu": "512", "memory": "1024", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "compatibilities": ["EC2", "FARGATE"],
               "registeredAt": "2026-01-01T00:00:00+00:00", "requiresAttributes": [{"name": "x"}],
               "containerDefinitions": [{"name": "app", "image": "{{image}}", "cpu": 0,
                 "environment": [{"name": "{{environment}}", "value": "hidden-{{number}}"}],
                 "secrets": [{"name": "PASSWORD", "valueFrom": "arn:aws:secretsmanager:x:{{number}}"}]}]},
             "tags": [{"key": "Name", "value": "idp-server"}]}
            """;

    /// <summary>Answers by the name in the arguments.</summary>
    public static string Case(params (string Word, string Answer)[] answers) =>
        "case \"$*\" in\n"
        + string.Concat(answers.Select(answer => $"*\"{answer.Word}\"*) cat <<'ANSWER'\n{answer.Answer}\nANSWER\n;;\n"))
        + "*) echo \"nothing for $*\" >&2; exit 99;; esac\n";

    public static string Task(bool exec = true, string agent = "RUNNING") =>
        $$"""
            {"tasks": [{"taskArn": "{{TaskArn}}", "enableExecuteCommand": {{(exec ? "true" : "false")}}, "containers": [
              {"name": "tls", "runtimeId": "0123abcd-1"},
              {"name": "app", "runtimeId": "0123abcd-2", "managedAgents": [{"name": "ExecuteCommandAgent", "lastStatus": "{{agent}}"}]}]}]}
            """;

    /// <summary>Adds answers to every command that operates a stack, so that its examples work.</summary>
    public static StandIns WithOperations(this StandIns tools)
    {
        tools
            .Executable("session-manager-plugin", "#!/bin/sh\n")
            .Says(
                "aws logs filter-log-events",
                """{"events": [{"timestamp": 1767323045000, "eventId": "1", "logStreamName": "s", "message": "hello"}]}"""
            )
            .Says("aws ecs describe-services", Service(42, 0, 0))
            .Says("aws ecs describe-services", Service(42, 0, 0))
            .Says("aws ecs list-task-definitions", $$"""{"taskDefinitionArns": ["{{Revision(42)}}", "{{Revision(41)}}"]}""")
            .Plays("aws ecs describe-task-definition", Case((":42", Definition(42, "new")), (":41", Definition(41, "old"))))
            .Says("aws ecs list-tasks", $$"""{"taskArns": ["{{TaskArn}}"]}""")
            .Instead("aws ecs describe-tasks")
            .Says("aws ecs describe-tasks", Both)
            .Plays(
                "aws rds describe-db-instances",
                $"case \"$*\" in *-restored*) echo '{NoInstance}' >&2; exit 254;; esac\ncat <<'ANSWER'\n{Database}\nANSWER\n"
            )
            .Says("aws rds describe-db-instance-automated-backups", Backups)
            .Says("aws lambda get-alias", """{"FunctionVersion": "7", "RevisionId": "mark"}""")
            .Says(
                "aws lambda list-versions-by-function",
                """{"Versions": [{"Version": "$LATEST"}, {"Version": "6", "CodeSha256": "old"}, {"Version": "7", "CodeSha256": "new"}]}"""
            )
            .Says(
                "aws dynamodb describe-continuous-backups",
                """
                {"ContinuousBackupsDescription": {"PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "ENABLED",
                  "EarliestRestorableDateTime": "2020-01-01T00:00:00+00:00", "LatestRestorableDateTime": "2099-01-01T00:00:00+00:00"}}}
                """
            )
            .Fails(
                "aws dynamodb describe-table",
                254,
                "An error occurred (ResourceNotFoundException) when calling the DescribeTable operation"
            )
            .Says(
                "aws dynamodb describe-table",
                """{"Table": {"TableStatus": "ACTIVE", "SSEDescription": {"KMSMasterKeyArn": "arn:aws:kms:x:1:key/k"}}}"""
            )
            .Says("aws ssm start-session", "Starting session with SessionId: me-0abc");
        foreach (
            var silent in new[]
            {
                "cloudwatch disable-alarm-actions",
                "cloudwatch enable-alarm-actions",
                "cloudwatch set-alarm-state",
                "application-autoscaling register-scalable-target",
                "ecs update-service",
                "rds stop-db-instance",
                "lambda update-alias",
                "dynamodb restore-table-to-point-in-time",
            }
        )
            tools.Plays($"aws {silent}", "");
        return tools;
    }

    // A task that is a finished job for one command and a service's task for another.
    private static readonly string Both = $$"""
        {"tasks": [{"taskArn": "{{TaskArn}}", "lastStatus": "STOPPED", "stoppedReason": "Essential container in task exited", "containers": [
          {"name": "job", "exitCode": 0, "runtimeId": "0123abcd-2", "managedAgents": [{"name": "ExecuteCommandAgent", "lastStatus": "RUNNING"}]}]}]}
        """;
}
