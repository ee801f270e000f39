using Infra.Tests.Policies;

namespace Infra.Tests.Data;

public sealed class MonitoringRoleTests
{
    [Test]
    public async Task RDS_writes_the_metrics_of_its_operating_systems_and_nothing_else()
    {
        var run = await DatabaseCase.RunAsync(DatabaseCase.Args());

        var role = run.One("aws:iam/role:Role");
        var trust = PolicyReading.Statements(role.Inputs["assumeRolePolicy"])["ServiceTakesRole"];
        var statements = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-rds-monitoring-role"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "monitoring.rds.amazonaws.com" }));
            Assert.That(
                trust.Texts("Condition", "ArnLike", "aws:SourceArn"),
                Is.EqualTo(new[] { "arn:aws:rds:ap-northeast-1:111111111111:db:*" })
            );
            Assert.That(statements.Keys, Is.EquivalentTo(new[] { "MakeGroup", "WriteMetrics" }));
            Assert.That(statements.Values.SelectMany(s => s.Texts("Resource")), Has.All.Contain(":log-group:RDSOSMetrics"));
        }
    }
}
