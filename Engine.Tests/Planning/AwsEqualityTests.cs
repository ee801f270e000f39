using Engine.Model;
using Engine.Planning;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Tests.Planning;

/// <summary>What AWS takes for the same, and the paths of what it does not.</summary>
public sealed class AwsEqualityTests
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Role = "aws:iam/rolePolicy:RolePolicy";
    private const string Task = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";
    private const string Secret = "aws:secretsmanager/secretVersion:SecretVersion";

    private static string Diff(string type, string property, object old, object now) =>
        string.Join(
            ", ",
            InputDiff
                .Between(
                    V.Map((property, old)),
                    V.Map((property, now)),
                    new DiffContext { Type = type, Schema = SchemaLibrary.Default.Resource(type) }
                )
                .Select(it => $"{it.Path} {it.Kind.Word()}")
        );

    [TestCase("a b", "b a", "")]
    [TestCase("a b", "a b c", "vpcSecurityGroupIds[2] add")]
    [TestCase("a b", "c a b", "vpcSecurityGroupIds[0] add")]
    [TestCase("a b c", "c a", "vpcSecurityGroupIds[1] delete")]
    [TestCase("a b", "b c", "vpcSecurityGroupIds[0] delete, vpcSecurityGroupIds[1] add")]
    [TestCase("a a", "a", "vpcSecurityGroupIds[1] delete")]
    public void The_order_of_a_set_is_no_difference(string old, string now, string found) =>
        Assert.That(Diff(Database, "vpcSecurityGroupIds", V.List(old.Split(' ')), V.List(now.Split(' '))), Is.EqualTo(found));

    [Test]
    public void Elements_of_a_set_are_compared_with_all_the_care_of_other_values()
    {
        static object Parameter(string name, object value) => V.Map(("name", name), ("value", value));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Diff(
                    "aws:rds/parameterGroup:ParameterGroup",
                    "parameters",
                    V.List(Parameter("a", "1"), Parameter("b", "2")),
                    V.List(Parameter("b", 2), Parameter("a", 1))
                ),
                Is.Empty
            );
            Assert.That(
                Diff(
                    "aws:rds/parameterGroup:ParameterGroup",
                    "parameters",
                    V.List(Parameter("a", "1"), Parameter("b", "2")),
                    V.List(Parameter("b", "2"), Parameter("a", "3"))
                ),
                Is.EqualTo("parameters[0] delete, parameters[1] add")
            );
        }
    }

    [Test]
    public void A_list_that_is_no_set_keeps_its_order() =>
        Assert.That(
            Diff("aws:lambda/function:Function", "layers", V.List("a", "b"), V.List("b", "a")),
            Does.Contain("layers[0] update")
        );

    [TestCase("""{"Statement":[]}""", "{ \"Statement\" : [] }", ExpectedResult = "")]
    [TestCase(
        """{"Version":"v","Statement":{"Action":"a:B","Resource":"*","Effect":"Allow"}}""",
        """{"Statement":[{"Effect":"Allow","Action":["a:B"],"Resource":["*"]}],"Version":"v"}""",
        ExpectedResult = ""
    )]
    [TestCase(
        """{"Statement":[{"Action":["a:B","a:C"],"Principal":"*"},{"Sid":"x"}]}""",
        """{"Statement":[{"Sid":"x"},{"Action":["a:C","a:B"],"Principal":{"AWS":"*"}}]}""",
        ExpectedResult = ""
    )]
    [TestCase(
        """{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""",
        """{"Statement":[{"Condition":{"Bool":{"aws:SecureTransport":[false]}}}]}""",
        ExpectedResult = ""
    )]
    [TestCase(
        """{"Statement":[{"Action":["a:B"]}]}""",
        """{"Statement":[{"Action":["a:B","a:C"]}]}""",
        ExpectedResult = "policy update"
    )]
    [TestCase(
        """{"Statement":[{"Effect":"Deny"}]}""",
        """{"Statement":[{"Effect":"Allow"}]}""",
        ExpectedResult = "policy update"
    )]
    [TestCase("""{"Statement":[]}""", "no document", ExpectedResult = "policy update")]
    public string Policies_are_compared_as_IAM_understands_them(string old, string now) => Diff(Role, "policy", old, now);

    [TestCase(
        """[{"name":"b"},{"name":"a","essential":true,"cpu":0,"environment":[{"name":"X","value":"1"},{"name":"Y","value":"2"}],"command":[]}]""",
        """[{"name":"a","environment":[{"name":"Y","value":"2"},{"name":"X","value":"1"}]},{"name":"b"}]""",
        ExpectedResult = ""
    )]
    [TestCase(
        """[{"name":"a","portMappings":[{"containerPort":80,"hostPort":80,"protocol":"tcp"}]}]""",
        """[{"name":"a","portMappings":[{"containerPort":80}]}]""",
        ExpectedResult = ""
    )]
    [TestCase(
        """[{"name":"a","command":["x","y"]}]""",
        """[{"name":"a","command":["y","x"]}]""",
        ExpectedResult = "containerDefinitions update-replace"
    )]
    [TestCase(
        """[{"name":"a","essential":true}]""",
        """[{"name":"a","essential":false}]""",
        ExpectedResult = "containerDefinitions update-replace"
    )]
    public string Containers_are_compared_as_ECS_understands_them(string old, string now) =>
        Diff(Task, "containerDefinitions", old, now);

    [Test]
    public void Other_documents_are_compared_without_their_layout_and_texts_that_are_none_as_they_are_written()
    {
        const string Wide = """{ "b": 1, "a": ["x", "y"] }""";
        const string Tight = """{"a":["x","y"],"b":1}""";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Diff(Rule, "eventPattern", Wide, Tight), Is.Empty);
            Assert.That(
                Diff(Rule, "eventPattern", Wide, Tight.Replace("\"x\",\"y\"", "\"y\",\"x\"")),
                Is.EqualTo("eventPattern update")
            );
            Assert.That(Diff(Rule, "description", Wide, Tight), Is.EqualTo("description update"));
            Assert.That(Diff(Secret, "secretString", Wide, Tight), Is.EqualTo("secretString update-replace"));
            Assert.That(Diff("shop:index:Thing", "policy", Wide, Tight), Is.EqualTo("policy update"));
        }
    }

    [Test]
    public void A_difference_inside_a_secret_is_told_by_the_path_of_the_secret() =>
        Assert.That(
            Diff(Secret, "secretString", V.Secret(V.Map(("user", "a"), ("password", "b"))), V.Secret(V.Map(("user", "a")))),
            Is.EqualTo("secretString update-replace")
        );

    [Test]
    public void A_text_made_of_an_assumed_output_changes_with_the_resource_it_came_from()
    {
        var key = State("aws:kms/key:Key", "key", V.Map(("description", "old"), ("multiRegion", false)));
        var other = State("aws:sns/topic:Topic", "topic", V.Map(("name", "n")));
        var user = State("aws:ssm/parameter:Parameter", "user", V.Map(("value", "<key>")));
        var planner = new BaselinePlanner(
            new Baseline([key, other, user]),
            new PlannerOptions { Origins = text => text == "<key>" ? [(key.Type, key.Name)] : [] }
        );

        planner.Register(key with { Inputs = V.Map(("description", "old"), ("multiRegion", true)) }, _ => { });
        var same = planner.Register(other, _ => { });
        var step = planner.Register(user with { Inputs = V.Map(("value", "<key>")) }, _ => { });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(same.Op, Is.EqualTo(StepOp.Same));
            Assert.That(step.Op, Is.EqualTo(StepOp.Update));
            Assert.That(step.DetailedDiff!.Keys, Is.EqualTo(["value"]));
        }
    }

    private static ResourceState State(string type, string name, ObjectValue inputs) =>
        new()
        {
            Urn = Urns.Create("dev", "shop", null, type, name),
            Type = type,
            Custom = true,
            Inputs = inputs,
        };
}
