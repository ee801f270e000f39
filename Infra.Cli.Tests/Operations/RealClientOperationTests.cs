using System.Text.Json.Nodes;
using Infra.Tests;
using static Infra.Cli.Tests.Operations.OperationStandIns;

namespace Infra.Cli.Tests.Operations;

/// <summary>
/// The operations with the real AWS CLI, which knows every parameter and refuses any other, and which reads the wire format of AWS. What AWS would do
/// with the requests is not shown here.
/// </summary>
[NeedsTools("awscli", "aws")]
[Platform("Linux,MacOsX")]
public sealed class RealClientOperationTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task Logs_are_read_page_by_page()
    {
        using var server = new OperationServer()
            .Says("FilterLogEvents", """{"events": [{"timestamp": 1000, "eventId": "a", "message": "one"}], "nextToken": "t1"}""")
            .Says("FilterLogEvents", """{"events": [{"timestamp": 2000, "eventId": "b", "message": "two"}]}""");
        var ran = await RunAsync(server, "logs", "prod", "--since", "2026-01-31T00:00:00Z", "--filter", "-DEBUG");
        Assert.That(ran.Out, Is.EqualTo("1970-01-01T00:00:01.000Z  one\n1970-01-01T00:00:02.000Z  two\n"), ran.ToString());
        Same(
            server.Requests[1].Body,
            """{"logGroupName": "/ecs/idp-server", "startTime": 1769817600000, "filterPattern": "-DEBUG", "nextToken": "t1"}"""
        );
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_log_group_that_is_not_there_is_understood()
    {
        using var server = new OperationServer().Fails("FilterLogEvents", "ResourceNotFoundException");
        var ran = await RunAsync(server, "logs", "prod", "--errors");
        Assert.That(
            ran.Error,
            Is.EqualTo("idp-server: ap-northeast-1 has no log group /ecs/idp-server; is the stack deployed?\n"),
            ran.ToString()
        );
        Assert.That(
            JsonNode.Parse(server.Body("FilterLogEvents"))!["filterPattern"]!.ToString(),
            Does.StartWith("?\"ERROR\" ?\"Error\"")
        );
    }

    [Test]
    public async Task An_instance_is_restored_as_it_is()
    {
        using var server = new OperationServer()
            .SaysXml("DescribeDBInstances", Instances(WireInstance))
            .Fails("DescribeDBInstances", "DBInstanceNotFound", xml: true)
            .SaysXml("DescribeDBInstances", Instances("<DBInstanceStatus>available</DBInstanceStatus>"))
            .SaysXml(
                "DescribeDBInstanceAutomatedBackups",
                "<DBInstanceAutomatedBackups><DBInstanceAutomatedBackup><DbiResourceId>db-ABC</DbiResourceId><RestoreWindow><EarliestTime>2026-01-01T00:00:00Z</EarliestTime><LatestTime>2026-01-08T03:25:00Z</LatestTime></RestoreWindow></DBInstanceAutomatedBackup></DBInstanceAutomatedBackups>"
            )
            .SaysXml("RestoreDBInstanceToPointInTime", "");
        var ran = await RunAsync(server, "restore", "prod", "--to", "2026-01-07T03:25:00Z", "--yes", "--interval", "0.01");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            server
                .Body("RestoreDBInstanceToPointInTime")
                .Split('\n')
                .Where(line => !line.StartsWith("Version=", StringComparison.Ordinal)),
            Is.EquivalentTo([
                "Action=RestoreDBInstanceToPointInTime",
                "SourceDBInstanceIdentifier=idp-server-postgresql",
                "TargetDBInstanceIdentifier=idp-server-postgresql-restored",
                "RestoreTime=2026-01-07T03:25:00Z",
                "DBInstanceClass=db.r6g.xlarge",
                "Port=5432",
                "DBSubnetGroupName=subnets",
                "MultiAZ=true",
                "PubliclyAccessible=false",
                "AutoMinorVersionUpgrade=false",
                "CopyTagsToSnapshot=true",
                "Tags.Tag.1.Key=Owner",
                "Tags.Tag.1.Value=a b",
                "StorageType=io1",
                "VpcSecurityGroupIds.VpcSecurityGroupId.1=sg-1",
                "EnableIAMDatabaseAuthentication=false",
                "EnableCloudwatchLogsExports.member.1=postgresql",
                "DBParameterGroupName=params",
                "DeletionProtection=true",
                "Iops=4000",
                "MaxAllocatedStorage=900",
            ])
        );
    }

    [Test]
    public async Task A_table_is_restored_under_its_key()
    {
        using var server = new OperationServer()
            .Says(
                "DescribeContinuousBackups",
                """
                {"ContinuousBackupsDescription": {"ContinuousBackupsStatus": "ENABLED", "PointInTimeRecoveryDescription": {
                  "PointInTimeRecoveryStatus": "ENABLED", "EarliestRestorableDateTime": 1767225600, "LatestRestorableDateTime": 1767843900} } }
                """
            )
            .Fails("DescribeTable", "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException")
            .Says(
                "DescribeTable",
                """{"Table": {"TableStatus": "ACTIVE", "SSEDescription": {"KMSMasterKeyArn": "arn:aws:kms:x:1:key/k"} } }"""
            )
            .Says("RestoreTableToPointInTime", "{}");
        var ran = await RunAsync(
            server,
            "restore",
            "taskflow-dev",
            "--to",
            "2026-01-07T03:25:00Z",
            "--yes",
            "--interval",
            "0.01"
        );
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Contain("its backups reach from 2026-01-01T00:00:00Z to 2026-01-08T03:45:00Z\n"));
        Same(
            server.Body("RestoreTableToPointInTime"),
            """
            {"SourceTableName": "taskflow-dev-tasks", "TargetTableName": "taskflow-dev-tasks-restored", "RestoreDateTime": 1767756300,
             "SSESpecificationOverride": {"Enabled": true, "SSEType": "KMS", "KMSMasterKeyId": "arn:aws:kms:x:1:key/k"} }
            """
        );
    }

    [Test]
    public async Task A_stack_is_stopped()
    {
        using var server = Halting("available");
        server.Says("DescribeServices", Service(42, 1, 1)).Says("DescribeServices", Service(42, 0, 0));
        var ran = await RunAsync(server, "stop", "dev", "--yes", "--interval", "0.01");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            server.Changes,
            Is.EqualTo(["DisableAlarmActions", "RegisterScalableTarget", "UpdateService", "StopDBInstance"])
        );
        Assert.That(
            server.Body("DisableAlarmActions"),
            Does.Contain("idp-server-dev-high-cpu").And.Contain("idp-server-dev-elb-5xx")
        );
        Same(
            server.Body("RegisterScalableTarget"),
            """
            {"ServiceNamespace": "ecs", "ResourceId": "service/idp-server-dev-cluster/idp-server-dev-service", "ScalableDimension": "ecs:service:DesiredCount",
             "SuspendedState": {"DynamicScalingInSuspended": true, "DynamicScalingOutSuspended": true, "ScheduledScalingSuspended": true} }
            """
        );
        Same(
            server.Body("UpdateService"),
            """{"cluster": "idp-server-dev-cluster", "service": "idp-server-dev-service", "desiredCount": 0}"""
        );
    }

    [Test]
    public async Task A_stack_is_started()
    {
        using var server = Halting("stopped", "available");
        server.Says("DescribeServices", Service(42, 0, 0)).Says("DescribeServices", Service(42, 1, 1));
        var ran = await RunAsync(server, "start", "dev", "--interval", "0.01");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            server.Changes,
            Is.EqualTo([
                "StartDBInstance",
                "UpdateService",
                "RegisterScalableTarget",
                "EnableAlarmActions",
                "SetAlarmState",
                "SetAlarmState",
            ])
        );
    }

    [Test]
    public async Task A_session_is_started_and_given_to_the_plugin()
    {
        _project.With(
            "bin/session-manager-plugin",
            "#!/bin/sh\n[ \"$1\" = --version ] || echo \"Starting session with SessionId: me-0abc ($3)\"\n"
        );
        using (var chmod = System.Diagnostics.Process.Start("chmod", ["+x", _project.File("bin/session-manager-plugin")]))
            await chmod.WaitForExitAsync();
        using var server = new OperationServer()
            .SaysXml(
                "DescribeReplicationGroups",
                "<ReplicationGroups><ReplicationGroup><NodeGroups><NodeGroup><PrimaryEndpoint><Address>redis.local</Address><Port>16379</Port></PrimaryEndpoint></NodeGroup></NodeGroups></ReplicationGroup></ReplicationGroups>"
            )
            .Says("ListTasks", $$"""{"taskArns": ["{{TaskArn}}"]}""")
            .Says("DescribeTasks", Task())
            .Says("StartSession", """{"SessionId": "me-0abc", "TokenValue": "hidden", "StreamUrl": "wss://x"}""");
        var ran = await RunAsync(server, "db", "tunnel", "dev", "--to", "redis");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(ran.Out, Does.Contain("Starting session with SessionId: me-0abc (StartSession)\n").And.Not.Contain("hidden"));
        Same(
            server.Body("StartSession"),
            """
            {"Target": "ecs:idp-server-dev-cluster_0123abcd_0123abcd-2", "DocumentName": "AWS-StartPortForwardingSessionToRemoteHost",
             "Parameters": {"host": ["redis.local"], "portNumber": ["16379"], "localPortNumber": ["16379"]} }
            """
        );
    }

    private const string WireInstance = """
        <DBInstanceIdentifier>idp-server-postgresql</DBInstanceIdentifier><DbiResourceId>db-ABC</DbiResourceId><DBInstanceStatus>available</DBInstanceStatus>
        <DBInstanceClass>db.r6g.xlarge</DBInstanceClass><Endpoint><Address>x.rds.amazonaws.com</Address><Port>5432</Port></Endpoint>
        <DBSubnetGroup><DBSubnetGroupName>subnets</DBSubnetGroupName></DBSubnetGroup>
        <VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>
        <DBParameterGroups><DBParameterGroup><DBParameterGroupName>params</DBParameterGroupName></DBParameterGroup></DBParameterGroups>
        <StorageType>io1</StorageType><AllocatedStorage>500</AllocatedStorage><Iops>4000</Iops><MaxAllocatedStorage>900</MaxAllocatedStorage>
        <MultiAZ>true</MultiAZ><CopyTagsToSnapshot>true</CopyTagsToSnapshot><DeletionProtection>true</DeletionProtection>
        <PubliclyAccessible>true</PubliclyAccessible><EnabledCloudwatchLogsExports><member>postgresql</member></EnabledCloudwatchLogsExports>
        <TagList><Tag><Key>Owner</Key><Value>a b</Value></Tag></TagList>
        """;

    private static OperationServer Halting(params string[] statuses)
    {
        var server = new OperationServer()
            .SaysXml("DisableAlarmActions", "")
            .SaysXml("EnableAlarmActions", "")
            .SaysXml("SetAlarmState", "")
            .SaysXml("StopDBInstance", "")
            .SaysXml("StartDBInstance", "")
            .Says("RegisterScalableTarget", "{}")
            .Says("UpdateService", "{}");
        foreach (var status in statuses)
            server.SaysXml("DescribeDBInstances", Instances($"<DBInstanceStatus>{status}</DBInstanceStatus>"));
        return server;
    }

    private static string Instances(string instance) => $"<DBInstances><DBInstance>{instance}</DBInstance></DBInstances>";

    private static void Same(string body, string expected) =>
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(expected)), $"got {body}, want {expected}");

    private Task<Ran> RunAsync(OperationServer server, params string[] arguments) =>
        Cli.RunAsync(_project.Path, server.Variables(_project), arguments);
}
