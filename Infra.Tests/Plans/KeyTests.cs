using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Whether the key's policy knows everybody who uses the key.</summary>
public sealed class KeyTests
{
    private static readonly Dictionary<string, string> Through = new()
    {
        ["aws:backup/vault:Vault"] = "backup",
        ["aws:ecr/repository:Repository"] = "ecr",
        ["aws:elasticache/replicationGroup:ReplicationGroup"] = "elasticache",
        ["aws:rds/instance:Instance"] = "rds",
        ["aws:secretsmanager/secret:Secret"] = "secretsmanager",
        ["aws:sns/topic:Topic"] = "sns",
    };

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_user_of_the_key_is_in_its_policy(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var key = plan.One("aws:kms/key:Key");
        var policy = key.Document("policy")["Statement"]!.AsArray().ToDictionary(s => (string)s!["Sid"]!, s => s!);
        var through = policy["AccountUsesKeyThroughServices"]["Condition"]!["StringEquals"]!["kms:ViaService"].Texts();
        var groups = policy["LogsEncryptTheirGroups"]["Condition"]!["ArnLike"]!["kms:EncryptionContext:aws:logs:arn"].Texts();

        using (Assert.EnterMultipleScope())
        {
            foreach (var user in Users(plan, key))
                switch (user.Type)
                {
                    case "aws:cloudwatch/logGroup:LogGroup":
                        var arn = $"arn:aws:logs:ap-northeast-1:111111111111:log-group:{user.Text("name")}";
                        Assert.That(groups.Any(pattern => Matches(pattern, arn)), Is.True, $"{user} {arn}");
                        break;
                    case "aws:ecs/cluster:Cluster":
                        Assert.That(policy, Does.ContainKey("SessionsAgreeOnKeys"));
                        break;
                    default:
                        Assert.That(Through, Does.ContainKey(user.Type), $"{user} uses the key; who lets it?");
                        Assert.That(through, Does.Contain($"{Through[user.Type]}.ap-northeast-1.amazonaws.com"), $"{user}");
                        break;
                }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Alarms_reach_people_through_the_encrypted_topics(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var key = plan.One("aws:kms/key:Key").Document("policy")["Statement"]!.AsArray();

        string[] services = ["cloudwatch.amazonaws.com", "events.amazonaws.com"];
        using (Assert.EnterMultipleScope())
        {
            foreach (var service in services)
            {
                Assert.That(
                    key.Any(s =>
                        s!["Principal"]!["Service"].Texts().Contains(service)
                        && s["Action"].Texts().Contains("kms:GenerateDataKey*")
                    ),
                    Is.True,
                    $"{service} and the key"
                );
                foreach (var topic in plan.All("aws:sns/topicPolicy:TopicPolicy"))
                    Assert.That(
                        topic.Document("policy")["Statement"]!
                            .AsArray()
                            .Any(s =>
                                s!["Principal"]!["Service"].Texts().Contains(service)
                                && s["Action"].Texts().Contains("sns:Publish")
                            ),
                        Is.True,
                        $"{service} and {topic.Name}"
                    );
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task The_key_names_no_role_and_is_administered_by_the_account(string stack)
    {
        var statements = (await PlannedStack.OfAsync(stack)).One("aws:kms/key:Key").Document("policy")["Statement"]!.AsArray();

        var people = statements.SelectMany(s => s!["Principal"]!["AWS"].Texts()).Distinct();
        Assert.That(people, Is.EqualTo(new[] { "arn:aws:iam::111111111111:root" }));
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Everything_that_can_be_encrypted_is_encrypted_with_it(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var users = Users(plan, plan.One("aws:kms/key:Key")).ToHashSet();

        string[] types = [.. Through.Keys, "aws:cloudwatch/logGroup:LogGroup"];
        using (Assert.EnterMultipleScope())
        {
            // A replica in the same region takes the key of its source.
            foreach (var resource in plan.Resources.Where(r => types.Contains(r.Type) && r.Text("replicateSourceDb") is null))
                Assert.That(users, Does.Contain(resource));
        }
    }

    private static IEnumerable<Planned> Users(PlannedStack plan, Planned key) =>
        plan.Resources.Where(resource =>
            resource.Type.StartsWith("aws:", StringComparison.Ordinal)
            && resource.Type != "aws:kms/alias:Alias"
            && resource.State.Inputs.Properties.Any(input =>
                input.Key != "policy" && (PlanValues.Json(input.Value)?.ToJsonString(Readable).Contains(key["arn"]) ?? false)
            )
        );

    private static bool Matches(string pattern, string arn) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, arn, ignoreCase: false);

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
