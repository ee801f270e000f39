using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Whether the policy of each key knows everybody who uses the key.</summary>
public sealed class KeyTests
{
    private const string Key = "aws:kms/key:Key";
    private const string LogGroup = "aws:cloudwatch/logGroup:LogGroup";

    private static readonly Dictionary<string, string> Through = new()
    {
        ["aws:backup/vault:Vault"] = "backup",
        ["aws:dynamodb/table:Table"] = "dynamodb",
        ["aws:ecr/repository:Repository"] = "ecr",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = "elasticache",
        ["aws:lambda/function:Function"] = "lambda",
        ["aws:rds/instance:Instance"] = "rds",
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = "s3",
        ["aws:secretsmanager/secret:Secret"] = "secretsmanager",
        ["aws:sns/topic:Topic"] = "sns",
        ["aws:sqs/queue:Queue"] = "sqs",
        ["aws:ssm/parameter:Parameter"] = "ssm",
    };

    private static readonly string[] Alarming = ["cloudwatch.amazonaws.com", "events.amazonaws.com"];

    // Buckets may keep to keys of S3 and functions without variables have nothing to encrypt.
    private static readonly string[] MayDoWithout =
    [
        "aws:lambda/function:Function",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:ssm/parameter:Parameter",
    ];

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_user_of_a_key_is_in_its_policy(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
            foreach (var key in plan.All(Key))
            {
                var policy = key.Document("policy")["Statement"]!.AsArray().ToDictionary(s => (string)s!["Sid"]!, s => s!);
                var through = policy["AccountUsesKeyThroughServices"]["Condition"]!["StringEquals"]!["kms:ViaService"].Texts();
                foreach (var user in Users(plan, key))
                {
                    Assert.That(user.Region, Is.EqualTo(key.Region), $"{user}: no key reaches into another region");
                    switch (user.Type)
                    {
                        case LogGroup:
                            Assert.That(IsFor(policy, user, plan.Account), Is.True, $"{user} {user.Text("name")}");
                            break;
                        case "aws:ecs/cluster:Cluster":
                            Assert.That(policy, Does.ContainKey("SessionsAgreeOnKeys"));
                            break;
                        case "aws:ec2/launchTemplate:LaunchTemplate":
                            Assert.That(policy, Does.ContainKey("AutoScalingAttachesVolumes"));
                            Assert.That(policy, Does.ContainKey("VolumesStayAttachedByGrant"));
                            break;
                        case "aws:cloudtrail/trail:Trail":
                            Assert.That(
                                (string?)policy["TrailEncryptsItsFiles"]["Condition"]!["StringEquals"]!["aws:SourceArn"],
                                Does.EndWith($":{plan.Account}:trail/{user.Text("name")}")
                            );
                            break;
                        default:
                            Assert.That(Through, Does.ContainKey(user.Type), $"{user} uses the key; who lets it?");
                            Assert.That(through, Does.Contain($"{Through[user.Type]}.{key.Region}.amazonaws.com"), $"{user}");
                            break;
                    }
                }
            }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Alarms_reach_people_through_the_encrypted_topics(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var keys = plan.All(Key).ToDictionary(key => key["arn"], key => key.Document("policy")["Statement"]!.AsArray());
        var policies = plan.All("aws:sns/topicPolicy:TopicPolicy").ToDictionary(policy => policy.Text("arn")!);
        var rung = plan.All("aws:cloudwatch/metricAlarm:MetricAlarm")
            .SelectMany(alarm => alarm.Input("alarmActions").Texts())
            .ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rung, Is.SubsetOf(policies.Keys));
            foreach (var topic in plan.All("aws:sns/topic:Topic"))
            {
                var publishers = Services(policies[topic["arn"]].Document("policy")["Statement"]!.AsArray(), "sns:Publish");
                var users = Services(keys[topic.Text("kmsMasterKeyId")!], "kms:GenerateDataKey*");
                Assert.That(publishers, Is.Not.Empty.And.SubsetOf(users), $"who publishes uses the key of {topic.Name}");
                if (rung.Contains(topic["arn"]))
                    Assert.That(publishers, Is.SupersetOf(Alarming), topic.Name);
            }
        }
    }

    private static string[] Services(JsonArray statements, string action) =>
        [
            .. statements
                .Where(s => s!["Principal"] is JsonObject && s["Action"].Texts().Contains(action))
                .SelectMany(s => s!["Principal"]!["Service"].Texts()),
        ];

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task No_key_names_a_role_and_each_is_administered_by_the_account(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
            foreach (var key in plan.All(Key))
            {
                var statements = key.Document("policy")["Statement"]!.AsArray();
                var people = statements.SelectMany(s => People(s!["Principal"]!)).Distinct();
                Assert.That(people, Is.SubsetOf(new[] { $"arn:aws:iam::{plan.Account}:root", "*" }), $"{key}");
                // Everybody is a role of AWS's own, which cannot be named before AWS has made it.
                foreach (var statement in statements.Where(s => People(s!["Principal"]!).Contains("*")))
                {
                    // Conditions of "IfExists" or with patterns would let others in.
                    var equal = statement!["Condition"]!["StringEquals"]!;
                    Assert.That(
                        equal["aws:PrincipalArn"].Texts().Single(),
                        Does.StartWith($"arn:aws:iam::{plan.Account}:role/aws-service-role/").And.Not.Contains("*")
                    );
                    Assert.That(equal["kms:ViaService"].Texts(), Is.EqualTo(new[] { $"ec2.{key.Region}.amazonaws.com" }));
                }
            }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Everything_that_can_be_encrypted_is_encrypted_with_one(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var users = plan.All(Key).SelectMany(key => Users(plan, key)).ToHashSet();

        string[] types = [.. Through.Keys.Except(MayDoWithout), LogGroup];
        using (Assert.EnterMultipleScope())
        {
            // A replica in the same region takes the key of its source, and Cognito writes to no encrypted log group.
            foreach (var resource in plan.Resources.Where(r => types.Contains(r.Type) && r.Text("replicateSourceDb") is null))
                if (resource.Text("name")?.StartsWith("/aws/vendedlogs/cognito/", StringComparison.Ordinal) != true)
                    Assert.That(users, Does.Contain(resource));
            foreach (var parameter in plan.All("aws:ssm/parameter:Parameter").Where(p => p.Text("type") == "SecureString"))
                Assert.That(users, Does.Contain(parameter));
        }
    }

    private static IEnumerable<Planned> Users(PlannedStack plan, Planned key) =>
        plan.Resources.Where(resource =>
            resource.Type.StartsWith("aws:", StringComparison.Ordinal)
            && resource.Type != "aws:kms/alias:Alias"
            && resource.State.Inputs.Properties.Any(input =>
                input.Key is not ("policy" or "policyDocument")
                && (PlanValues.Json(input.Value)?.ToJsonString(Readable).Contains(key["arn"]) ?? false)
            )
        );

    private static bool IsFor(Dictionary<string, JsonNode> policy, Planned group, string account)
    {
        var arn = $"arn:aws:logs:{group.Region}:{account}:log-group:{group.Text("name")}";
        return policy["LogsEncryptTheirGroups"]["Condition"]!["ArnLike"]!
            ["kms:EncryptionContext:aws:logs:arn"]
            .Texts()
            .Any(pattern => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false));
    }

    private static string[] People(JsonNode principal) =>
        principal is JsonValue everybody ? [everybody.ToString()] : principal["AWS"].Texts();

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
