using Engine.Values;
using Review.Changes;

namespace Review.Tests.Changes;

public sealed class StepChangesTests
{
    private static readonly StackText Stack = StackText.Of(
        """
        aws:rds/instance:Instance db {"vpcSecurityGroupIds": ["a", "b"], "password": {"secret": "canary-1"}, "tags": {"Name": "db"}}
        aws:kms/key:Key key {"description": "k"}
        aws:iam/rolePolicy:RolePolicy policy {"role": "r", "policy!": {"Statement": [{"Sid": "Decrypt", "Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "@key.arn"}]}}
        aws:ecs/taskDefinition:TaskDefinition task {"containerDefinitions!": [{"name": "app", "image": "one", "environment": [{"name": "LOG_LEVEL", "value": "info"}, {"name": "B", "value": "b"}], "secrets": [{"name": "PW", "valueFrom": "@key.arn"}], "command": ["a", "b"], "portMappings": [{"containerPort": 80}]}]}
        aws:rds/parameterGroup:ParameterGroup params {"parameters": [{"name": "x", "value": "1"}, {"name": "y", "value": "2"}]}
        """
    );

    [TestCase("db", "vpcSecurityGroupIds", """["b", "c"]""", "vpcSecurityGroupIds: + c|vpcSecurityGroupIds: - a")]
    [TestCase("db", "tags", """{"Name": "db", "Team": "x"}""", "tags.Team: (none) → x")]
    [TestCase("db", "password", """{"secret": "canary-2"}""", "password: [secret] → [secret]")]
    [TestCase(
        "params",
        "parameters",
        """[{"name": "y", "value": "3"}, {"name": "z", "value": "4"}]""",
        "parameters[x]: 1 → (none)|parameters[y]: 2 → 3|parameters[z]: (none) → 4"
    )]
    public void Properties_are_told_as_one_thinks_of_them(string name, string path, string json, string told) =>
        Assert.That(Told(name, path, json), Is.EqualTo(told));

    [TestCase("\"kms:Encrypt\", \"kms:Decrypt\"", "policy.Statement[Decrypt].Action: + kms:Encrypt")]
    [TestCase(
        "\"kms:Encrypt\"",
        "policy.Statement[Decrypt].Action: + kms:Encrypt|policy.Statement[Decrypt].Action: - kms:Decrypt"
    )]
    public void Policies_are_told_by_statement(string actions, string told) =>
        Assert.That(
            Told(
                "policy",
                "policy!",
                $$"""{"Statement": [{"Sid": "Decrypt", "Effect": "Allow", "Action": [{{actions}}], "Resource": "@key.arn"}]}"""
            ),
            Is.EqualTo(told)
        );

    [TestCase("\"info\"", "\"debug\"", "containerDefinitions[app].environment[LOG_LEVEL]: info → debug")]
    [TestCase("\"one\"", "\"two\"", "containerDefinitions[app].image: one → two")]
    [TestCase("[\"a\", \"b\"]", "[\"b\", \"a\"]", "containerDefinitions[app].command: [a,b] → [b,a]")]
    [TestCase(
        "\"containerPort\": 80",
        "\"containerPort\": 81",
        "containerDefinitions[app].portMappings[…].containerPort: 80 → 81"
    )]
    [TestCase(
        "{\"name\": \"B\", \"value\": \"b\"}",
        "{\"name\": \"C\", \"value\": \"c\"}",
        "containerDefinitions[app].environment[B]: b → (none)|containerDefinitions[app].environment[C]: (none) → c"
    )]
    public void Containers_are_told_by_name(string old, string now, string told)
    {
        const string Containers =
            """[{"name": "app", "image": "one", "environment": [{"name": "LOG_LEVEL", "value": "info"}, {"name": "B", "value": "b"}], "secrets": [{"name": "PW", "valueFrom": "@key.arn"}], "command": ["a", "b"], "portMappings": [{"containerPort": 80}]}]""";
        Assert.That(
            Told("task", "containerDefinitions!", Containers.Replace(old, now, StringComparison.Ordinal)),
            Is.EqualTo(told)
        );
    }

    [Test]
    public void A_text_made_of_what_is_made_anew_is_not_known()
    {
        var plan = Steps.Changing(Stack, "key", "multiRegion", "true");

        Assert.That(Text(plan.Of("policy")), Is.EqualTo("policy: old → ?"));
    }

    [Test]
    public void What_forces_a_replacement_is_marked()
    {
        var changes = StepChanges.Of(Steps.Changing(Stack, "db", "storageEncrypted", "true").Of("db"));

        Assert.That(changes.Select(change => (change.Path, change.Replaces)), Is.EqualTo([("storageEncrypted", true)]));
    }

    private static string Told(string name, string path, string json)
    {
        var now = Stack.With(name, path.TrimEnd('!'), null).With(name, path, json);
        return Text(Steps.Between(Stack, now).Of(name));
    }

    private static string Text(Engine.Planning.PlanStep step) =>
        string.Join(
            '|',
            StepChanges
                .Of(step)
                .Select(change =>
                    change.Kind switch
                    {
                        ChangeKind.Added => $"{change.Path}: + {Text(change.New)}",
                        ChangeKind.Removed => $"{change.Path}: - {Text(change.Old)}",
                        _ => $"{change.Path}: {Text(change.Old)} → {Text(change.New)}",
                    }
                )
        );

    private static string Text(PropertyValue? value) =>
        value switch
        {
            null => "(none)",
            SecretValue => SecretValue.Mask,
            UnknownValue => "?",
            StringValue text when text.Value.StartsWith('{') => "old",
            NumberValue number => $"{number.Value}",
            ArrayValue list => $"[{string.Join(',', list.Items.Select(Text))}]",
            _ => value.AsText() ?? value.GetType().Name,
        };
}
