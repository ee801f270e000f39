using System.Text;
using Infra.Compute;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Compute;

public sealed class Ec2CapacityClusterTests
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";

    [Test]
    public async Task The_cluster_is_watched_and_runs_tasks_on_its_own_instances_by_default()
    {
        var run = await InstancesCase.RunAsync(InstancesCase.Args());

        var capacity = run.One("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:ecs/cluster:Cluster").Inputs["name"], Is.EqualTo("idp-server-cluster"));
            Assert.That(
                run.One("aws:ecs/cluster:Cluster").Maps("settings"),
                Is.EqualTo(new[] { "name=containerInsights value=enabled" })
            );
            Assert.That(run.One("aws:ecs/cluster:Cluster").Json("configuration"), Does.Contain("/ecs/idp-server/exec"));
            Assert.That(capacity.Texts("capacityProviders"), Is.EqualTo(new[] { "idp-server-ec2" }));
            Assert.That(
                capacity.Maps("defaultCapacityProviderStrategies"),
                Is.EqualTo(new[] { "base=0 capacityProvider=idp-server-ec2 weight=1" })
            );
        }
    }

    [Test]
    public async Task ECS_decides_how_many_instances_there_are_and_stops_none_with_a_task()
    {
        var run = await InstancesCase.RunAsync(InstancesCase.Args());

        Assert.That(
            run.One("aws:ecs/capacityProvider:CapacityProvider").Json("autoScalingGroupProvider"),
            Is.EqualTo(
                """
                {"autoScalingGroupArn":"arn:web-instances","managedDraining":"ENABLED","managedScaling":{"instanceWarmupPeriod":300,
                "maximumScalingStepSize":10000,"minimumScalingStepSize":1,"status":"ENABLED","targetCapacity":100},
                "managedTerminationProtection":"ENABLED"}
                """.ReplaceLineEndings("")
            )
        );
    }

    [Test]
    public async Task The_group_begins_empty_and_is_left_to_ECS()
    {
        var options = new Options();
        var run = await Sandbox.RunAsync(() => _ = new Ec2CapacityCluster("web", InstancesCase.Args(), options.Of));

        var group = run.One(Group);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Inputs["name"], Is.EqualTo("idp-server-ecs-asg"));
            Assert.That((group.Inputs["minSize"], group.Inputs["maxSize"]), Is.EqualTo(((object)0, (object)10)));
            Assert.That(group.Inputs, Does.Not.ContainKey("desiredCapacity"));
            Assert.That(options.Ignored("web-instances"), Is.EqualTo(new[] { "desiredCapacity" }));
            Assert.That(group.Texts("vpcZoneIdentifiers"), Is.EqualTo(new[] { "subnet-a", "subnet-c", "subnet-d" }));
            Assert.That(group.Json("launchTemplate"), Is.EqualTo("""{"id":"id:web-template","version":"7"}"""));
            Assert.That(group.Inputs["protectFromScaleIn"], Is.True);
            Assert.That(group.Inputs["forceDelete"], Is.False);
            Assert.That(group.Inputs["waitForCapacityTimeout"], Is.EqualTo("0"));
            Assert.That(
                group.Maps("tags"),
                Is.EqualTo(
                    new[]
                    {
                        "key=AmazonECSManaged propagateAtLaunch=True value=",
                        "key=Name propagateAtLaunch=False value=idp-server-ecs-asg",
                        "key=Owner propagateAtLaunch=False value=platform",
                    }
                )
            );
        }
    }

    [Test]
    public async Task A_new_version_of_the_template_replaces_instances_even_those_with_tasks()
    {
        var group = (await InstancesCase.RunAsync(InstancesCase.Args())).One(Group);

        Assert.That(
            group.Json("instanceRefresh"),
            Is.EqualTo(
                """
                {"preferences":{"instanceWarmup":"300","maxHealthyPercentage":200,"minHealthyPercentage":100,
                "scaleInProtectedInstances":"Refresh","skipMatching":false},"strategy":"Rolling"}
                """.ReplaceLineEndings("")
            )
        );
    }

    [Test]
    public async Task Instances_take_the_newest_image_and_nobody_has_a_key_to_them()
    {
        var run = await InstancesCase.RunAsync(InstancesCase.Args() with { RefreshMark = "2026-11" });

        var template = run.One(Template);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                template.Inputs["imageId"],
                Is.EqualTo("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")
            );
            Assert.That(template.Inputs["instanceType"], Is.EqualTo("t3.medium"));
            Assert.That(template.Inputs["description"], Is.EqualTo("Instances of idp-server, refreshed 2026-11"));
            Assert.That(template.Inputs, Does.Not.ContainKey("keyName"));
            Assert.That(template.Texts("vpcSecurityGroupIds"), Is.EqualTo(new[] { "sg-ecs" }));
            Assert.That(template.Json("iamInstanceProfile"), Is.EqualTo("""{"arn":"arn:web-instance-profile"}"""));
            Assert.That(
                template.Json("metadataOptions"),
                Is.EqualTo("""{"httpEndpoint":"enabled","httpPutResponseHopLimit":1,"httpTokens":"required"}""")
            );
            Assert.That(template.Json("monitoring"), Is.EqualTo("""{"enabled":true}"""));
            Assert.That(
                template.Json("blockDeviceMappings"),
                Is.EqualTo(
                    """[{"deviceName":"/dev/xvda","ebs":{"deleteOnTermination":"true","encrypted":"true","kmsKeyId":"arn:key","volumeSize":30,"volumeType":"gp3"}}]"""
                )
            );
            Assert.That(
                template.Json("tagSpecifications"),
                Is.EqualTo(
                    """
                    [{"resourceType":"instance","tags":{"Name":"idp-server-ecs","Owner":"platform"}},
                    {"resourceType":"volume","tags":{"Name":"idp-server-ecs","Owner":"platform"}}]
                    """.ReplaceLineEndings("")
                )
            );
        }
    }

    [Test]
    public async Task Instances_join_this_cluster()
    {
        var template = (await InstancesCase.RunAsync(InstancesCase.Args())).One(Template);

        Assert.That(
            Encoding.UTF8.GetString(Convert.FromBase64String((string)template.Inputs["userData"])).Split('\n'),
            Is.EqualTo(
                new[]
                {
                    "#!/bin/bash",
                    "cat >> /etc/ecs/ecs.config <<'END'",
                    "ECS_CLUSTER=idp-server-cluster",
                    "ECS_ENABLE_TASK_IAM_ROLE=true",
                    "ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true",
                    """ECS_AVAILABLE_LOGGING_DRIVERS=["json-file","awslogs"]""",
                    "ECS_DISABLE_PRIVILEGED=true",
                    "ECS_RESERVED_MEMORY=256",
                    "END",
                    "",
                }
            )
        );
    }

    [Test]
    public async Task Graviton_types_take_the_image_for_them() =>
        Assert.That(
            (await InstancesCase.RunAsync(InstancesCase.Args() with { Type = new("t4g.medium") })).One(Template).Inputs[
                "imageId"
            ],
            Is.EqualTo("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")
        );

    [Test]
    public async Task An_unprotected_stack_is_deleted_with_its_instances() =>
        Assert.That(
            (await InstancesCase.RunAsync(InstancesCase.Args() with { Protect = false })).One(Group).Inputs["forceDelete"],
            Is.True
        );

    [Test]
    public async Task Services_wait_until_the_cluster_can_start_instances()
    {
        Ec2CapacityCluster? cluster = null;
        await Sandbox.RunAsync(() => cluster = new Ec2CapacityCluster("web", InstancesCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (await OutputUtilities.GetDependenciesAsync(cluster!.Arn)).Select(resource => resource.GetResourceName()),
                Is.EquivalentTo(new[] { "web-cluster", "web-capacity" })
            );
            Assert.That(cluster.Capacity, Is.EqualTo(new InstanceCapacity("idp-server-ec2", new("t3.medium"), 10, 256)));
            Assert.That(
                (cluster.ClusterName, cluster.GroupName, cluster.InsightsLogGroup, cluster.ExecLogGroup),
                Is.EqualTo(
                    (
                        "idp-server-cluster",
                        "idp-server-ecs-asg",
                        "/aws/ecs/containerinsights/idp-server-cluster/performance",
                        "/ecs/idp-server/exec"
                    )
                )
            );
        }
    }

    [Test]
    public void What_AWS_or_reason_refuses_is_refused_all_at_once()
    {
        var bad = InstancesCase.Args() with
        {
            Context = TestStacks.Prod with { System = "ecs-platform" },
            Type = new("medium"),
            MinInstances = 3,
            MaxInstances = 2,
            RootGiB = 29,
            ReservedMemoryMiB = -1,
            SubnetIds = ["subnet-a"],
            RefreshMark = new string('x', 101),
            Managed = new() { ProtectFromScaleIn = false },
        };

        Assert.That(
            bad.Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "managed.protectFromScaleIn: got false, want true while terminationProtection is true; ECS refuses such a capacity provider",
                    "type: got medium, want a type of EC2 instances such as t3.medium; correct the name",
                    "maxInstances: got 2, want 3 or more; tasks would have nowhere to run",
                    "rootGiB: got 29, want 30 to 16384; the image needs 30 GiB, and gp3 has no more",
                    "reservedMemoryMiB: got -1, want 0 or more; 256 suits small instances",
                    "subnetIds: got 1, want 2 or more, in different zones; one zone is lost now and then",
                    "refreshMark: got 101 characters, want 100 at most; a date is enough",
                    "context: got ecs-platform, want a name that does not begin with ecs; ECS refuses such a capacity provider; rename the system",
                }
            )
        );
    }

    [Test]
    public void There_is_room_for_one_instance_at_least() =>
        Assert.That(
            (InstancesCase.Args() with { MinInstances = -1, MaxInstances = 0 }).Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "minInstances: got -1, want 0 or more; 0 starts one only when a task wants it",
                    "maxInstances: got 0, want 1 or more; tasks would have nowhere to run",
                }
            )
        );
}
