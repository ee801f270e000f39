using Infra.Tests.Policies;

namespace Infra.Tests.Compute;

public sealed class InstanceRoleTests
{
    private const string Ecs = "arn:aws:ecs:ap-northeast-1:111111111111:";

    [Test]
    public async Task Only_instances_take_the_role()
    {
        var run = await InstancesCase.RunAsync(InstancesCase.Args());

        var role = run.One("aws:iam/role:Role");
        var trust = PolicyReading.Statements(role.Inputs["assumeRolePolicy"])["InstancesTakeRole"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-instance-role"));
            Assert.That(trust.Texts("Principal", "Service"), Is.EqualTo(new[] { "ec2.amazonaws.com" }));
            Assert.That(trust.TryGetProperty("Condition", out _), Is.False, "EC2 names no source");
            Assert.That(
                run.One("aws:iam/instanceProfile:InstanceProfile").Inputs["role"],
                Is.EqualTo("idp-server-instance-role")
            );
        }
    }

    [Test]
    public async Task The_agents_do_what_they_must_in_this_cluster_and_read_no_parameters()
    {
        var run = await InstancesCase.RunAsync(InstancesCase.Args());

        var statements = PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements["JoinCluster"].Texts("Resource"), Is.EqualTo(new[] { $"{Ecs}cluster/idp-server-cluster" }));
            Assert.That(statements["JoinCluster"].Texts("Action"), Does.Contain("ecs:RegisterContainerInstance"));
            Assert.That(
                statements["TakeOrders"].Texts("Resource"),
                Is.EqualTo(new[] { $"{Ecs}container-instance/idp-server-cluster/*" })
            );
            Assert.That(
                statements["TakeOrders"].Texts("Condition", "ArnEquals", "ecs:cluster"),
                Is.EqualTo(new[] { $"{Ecs}cluster/idp-server-cluster" })
            );
            Assert.That(
                statements["PullImages"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:ecr:ap-northeast-1:111111111111:repository/idp-server" })
            );
            Assert.That(
                statements.Values.SelectMany(statement => statement.Texts("Action")),
                Has.None.Contains("*")
                    .And.None.StartsWith("ssm:Get")
                    .And.None.StartsWith("ec2messages:")
                    .And.None.StartsWith("logs:")
            );
            Assert.That(
                statements["BeManaged"].Texts("Action"),
                Is.EqualTo(
                    new[]
                    {
                        "ssm:UpdateInstanceInformation",
                        "ssmmessages:CreateControlChannel",
                        "ssmmessages:CreateDataChannel",
                        "ssmmessages:OpenControlChannel",
                        "ssmmessages:OpenDataChannel",
                    }
                )
            );
        }
    }
}
