using System.Text.Json;

namespace Infra.Tests.Network;

public sealed class FlowLogsTests
{
    [Test]
    public async Task Every_connection_is_recorded_in_an_encrypted_group()
    {
        var run = await NetworkCase.RunAsync(
            NetworkCase.Args() with
            {
                FlowLogRetentionDays = 90,
                FlowLogAggregationSeconds = 600,
            }
        );

        var log = run.One("aws:ec2/flowLog:FlowLog");
        var group = run.One("aws:cloudwatch/logGroup:LogGroup");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Inputs["vpcId"], Is.EqualTo("id:idp-vpc"));
            Assert.That(log.Inputs["trafficType"], Is.EqualTo("ALL"));
            Assert.That(log.Inputs["maxAggregationInterval"], Is.EqualTo(600));
            Assert.That(log.Inputs["logDestination"], Is.EqualTo("arn:idp-flow-logs"));
            Assert.That(log.Inputs["iamRoleArn"], Is.EqualTo("arn:idp-flow-logs-role"));
            Assert.That(group.Inputs["name"], Is.EqualTo("/vpc/idp-server/flow-logs"));
            Assert.That(group.Inputs["retentionInDays"], Is.EqualTo(90));
            Assert.That(group.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
        }
    }

    [Test]
    public async Task The_role_writes_to_that_group_and_can_do_nothing_else()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        var statement = Statement(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        const string Group = "arn:aws:logs:ap-northeast-1:111111111111:log-group:/vpc/idp-server/flow-logs";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["role"], Is.EqualTo("id:idp-flow-logs-role"));
            Assert.That(
                statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString()),
                Is.EquivalentTo(new[] { "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents" })
            );
            Assert.That(
                statement.GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString()),
                Is.EquivalentTo(new[] { Group, $"{Group}:*" })
            );
        }
    }

    [Test]
    public async Task Only_flow_logs_of_this_account_take_the_role()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        var role = run.One("aws:iam/role:Role");
        var statement = Statement(role.Inputs["assumeRolePolicy"]);
        var condition = statement.GetProperty("Condition");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-flow-logs"));
            Assert.That(
                statement.GetProperty("Principal").GetProperty("Service").GetString(),
                Is.EqualTo("vpc-flow-logs.amazonaws.com")
            );
            Assert.That(statement.TryGetProperty("Resource", out _), Is.False, "a trust policy has no resource");
            Assert.That(
                condition.GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString(),
                Is.EqualTo("111111111111")
            );
            Assert.That(
                condition.GetProperty("ArnLike").GetProperty("aws:SourceArn").GetString(),
                Is.EqualTo("arn:aws:ec2:ap-northeast-1:111111111111:vpc-flow-log/*")
            );
        }
    }

    private static JsonElement Statement(object policy) =>
        JsonDocument.Parse((string)policy).RootElement.GetProperty("Statement").EnumerateArray().Single();
}
