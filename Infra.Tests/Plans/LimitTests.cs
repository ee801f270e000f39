using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Tests.Systems;

namespace Infra.Tests.Plans;

/// <summary>Names within AWS's limits, and the combinations that AWS or the engine would trip over.</summary>
public sealed class LimitTests
{
    // Type, input, most characters, what else AWS demands of the name.
    private static readonly (string Type, string Input, int Most, string Form)[] Names =
    [
        ("aws:lb/loadBalancer:LoadBalancer", "name", 32, "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"),
        ("aws:lb/targetGroup:TargetGroup", "name", 32, "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"),
        ("aws:rds/instance:Instance", "identifier", 63, "^[a-z](-?[a-z0-9])*$"),
        ("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId", 40, "^[a-z](-?[a-z0-9])*$"),
        ("aws:iam/role:Role", "name", 64, @"^[\w+=,.@-]+$"),
        ("aws:s3/bucket:Bucket", "bucket", 63, "^[a-z0-9][a-z0-9-]+[a-z0-9]$"),
        ("aws:cloudwatch/metricAlarm:MetricAlarm", "name", 255, "."),
        ("aws:ec2/securityGroup:SecurityGroup", "name", 255, "^(?!sg-)"),
        ("aws:ecs/cluster:Cluster", "name", 255, "^[A-Za-z0-9_-]+$"),
        ("aws:ecs/taskDefinition:TaskDefinition", "family", 255, "^[A-Za-z0-9_-]+$"),
        ("aws:wafv2/webAcl:WebAcl", "name", 128, @"^[\w-]+$"),
        ("aws:sns/topic:Topic", "name", 256, @"^[\w-]+$"),
        ("aws:scheduler/schedule:Schedule", "name", 64, @"^[0-9a-zA-Z-_.]+$"),
        ("aws:backup/vault:Vault", "name", 50, @"^[a-zA-Z0-9-_]+$"),
        ("aws:lambda/function:Function", "name", 64, "^[A-Za-z0-9_-]+$"),
        ("aws:dynamodb/table:Table", "name", 255, @"^[\w.-]{3,}$"),
        ("aws:cognito/userPool:UserPool", "name", 128, @"^[\w +=,.@-]+$"),
        ("aws:cognito/userPoolDomain:UserPoolDomain", "domain", 63, "^(?!.*(aws|amazon|cognito))[a-z0-9.-]+$"),
        ("aws:autoscaling/group:Group", "name", 255, "^[^:]+$"),
        ("aws:ecs/capacityProvider:CapacityProvider", "name", 255, "^(?!aws|ecs|fargate)[A-Za-z0-9_-]+$"),
        ("aws:codedeploy/application:Application", "name", 100, @"^[\w.+=,@-]+$"),
        ("aws:ssm/parameter:Parameter", "name", 1011, @"^(/[\w.-]+){1,15}$"),
        ("aws:synthetics/canary:Canary", "name", 255, "^[0-9a-z_-]+$"),
        ("aws:ecr/repository:Repository", "name", 256, "^[a-z0-9]+([._/-][a-z0-9]+)*$"),
    ];

    // What AWS itself refuses to delete, besides what Pulumi does.
    private static readonly (string Type, string Input)[] OwnGuards =
    [
        ("aws:rds/instance:Instance", "deletionProtection"),
        ("aws:lb/loadBalancer:LoadBalancer", "enableDeletionProtection"),
        ("aws:cognito/userPool:UserPool", "deletionProtection"),
        ("aws:dynamodb/table:Table", "deletionProtectionEnabled"),
    ];

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Names_are_short_enough_and_of_the_form_that_AWS_takes(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var (type, input, most, form) in Names)
            foreach (var resource in plan.All(type))
            {
                var name = resource.Text(input);
                Assert.That(name, Is.Not.Null.And.Length.LessThanOrEqualTo(most), $"{resource}");
                Assert.That(Regex.IsMatch(name!, form), Is.True, $"{resource} {name}");
            }
        }
    }

    [Test]
    public void The_longest_stack_name_has_room_in_every_name() =>
        Assert.DoesNotThrowAsync(() =>
            SystemCase.RunAsync(TestStacks.Dev with { Stack = "seventeen-letters" }, SystemCase.Settings(StackEnvironment.Prod))
        );

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task What_autoscaling_moves_the_program_leaves_alone(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var scaled = plan.All("aws:appautoscaling/target:Target")
            .Select(target => target.Text("resourceId")!.Split('/')[^1])
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            foreach (var service in plan.All("aws:ecs/service:Service").Where(s => scaled.Contains(s.Text("name")!)))
                Assert.That(service.State.IgnoreChanges, Does.Contain("desiredCount"), service.Name);
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task What_holds_data_is_protected_where_the_stack_is(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        string[] types =
        [
            "aws:rds/instance:Instance",
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "aws:kms/key:Key",
            "aws:secretsmanager/secret:Secret",
            "aws:ec2/vpc:Vpc",
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:s3/bucket:Bucket",
            "aws:cognito/userPool:UserPool",
            "aws:dynamodb/table:Table",
            "aws:ses/domainIdentity:DomainIdentity",
        ];

        using (Assert.EnterMultipleScope())
        {
            foreach (var resource in plan.Resources.Where(resource => types.Contains(resource.Type)))
                Assert.That(resource.State.Protect, Is.EqualTo(plan.IsProtected && !IsOfCanary(resource)), $"{resource}");
            foreach (var (type, input) in OwnGuards)
            foreach (var resource in plan.All(type))
                if (resource.Text("replicateSourceDb") is null)
                    Assert.That(
                        resource.Text(input),
                        // Cognito has words where others have truths.
                        Is.EqualTo(plan.IsProtected ? "true" : "false").Or.EqualTo(plan.IsProtected ? "ACTIVE" : "INACTIVE"),
                        $"{resource} by a guard of AWS's own"
                    );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Names_that_must_not_stand_twice_are_freed_before_they_are_taken_again(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        string[] types =
        [
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:lb/targetGroup:TargetGroup",
            "aws:lb/loadBalancer:LoadBalancer",
        ];

        using (Assert.EnterMultipleScope())
        {
            foreach (var resource in plan.Resources.Where(resource => types.Contains(resource.Type)))
                Assert.That(resource.State.DeleteBeforeReplace, Is.True, $"{resource}");
        }
    }

    // What a canary runs and what it saw can be made again.
    private static bool IsOfCanary(Planned resource) =>
        resource.Name.EndsWith("-health-runs", StringComparison.Ordinal)
        || resource.Name.EndsWith("-health-script", StringComparison.Ordinal);
}
