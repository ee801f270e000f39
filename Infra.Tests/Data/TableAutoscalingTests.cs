using Infra.Data;

namespace Infra.Tests.Data;

public sealed class TableAutoscalingTests
{
    [Test]
    public async Task Reads_and_writes_of_a_table_and_of_its_indexes_follow_the_traffic()
    {
        var args = TableCase.Args() with
        {
            Billing = TableBilling.Provisioned,
            Capacity = new(5, 100, 2, 50),
            Indexes = [new("by-user", "user", "due")],
        };

        var run = await TableCase.RunAsync(args);

        string[] lines =
        [
            .. run.All("aws:appautoscaling/target:Target")
                .Select(target =>
                    $"{target.Name} {target.Inputs["resourceId"]} {target.Inputs["scalableDimension"]} {target.Inputs["minCapacity"]}-{target.Inputs["maxCapacity"]}"
                )
                .Order(StringComparer.Ordinal),
        ];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                lines,
                Is.EqualTo(
                    new[]
                    {
                        "idp-tasks-scaling-index-by-user-read table/idp-server-tasks/index/by-user dynamodb:index:ReadCapacityUnits 5-100",
                        "idp-tasks-scaling-index-by-user-write table/idp-server-tasks/index/by-user dynamodb:index:WriteCapacityUnits 2-50",
                        "idp-tasks-scaling-table-read table/idp-server-tasks dynamodb:table:ReadCapacityUnits 5-100",
                        "idp-tasks-scaling-table-write table/idp-server-tasks dynamodb:table:WriteCapacityUnits 2-50",
                    }
                )
            );
            var policy = run.One("aws:appautoscaling/policy:Policy", "idp-tasks-scaling-table-write-policy");
            Assert.That(policy.Inputs["name"], Is.EqualTo("idp-server-tasks-table-write"));
            Assert.That(policy.Inputs["scalableDimension"], Is.EqualTo("dynamodb:table:WriteCapacityUnits"));
            Assert.That(
                policy.Json("targetTrackingScalingPolicyConfiguration"),
                Is.EqualTo(
                    """{"predefinedMetricSpecification":{"predefinedMetricType":"DynamoDBWriteCapacityUtilization"},"targetValue":70}"""
                )
            );
        }
    }

    [Test]
    public async Task What_is_paid_by_the_request_has_no_capacity_to_move() =>
        Assert.That((await TableCase.RunAsync(TableCase.Args())).All("aws:appautoscaling/target:Target"), Is.Empty);
}
