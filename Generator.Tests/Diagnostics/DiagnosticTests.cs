using Generator.Tests.Support;

namespace Generator.Tests.Diagnostics;

/// <summary>Each schema has one thing that cannot be honoured; each test wants that problem and no other.</summary>
public sealed class DiagnosticTests
{
    private const string Head = """{"name":"test","version":"1.0.0",""";

    [Test]
    public void A_schema_without_problems_has_none() => AssertProblems(Inputs("""{"type":"string"}"""));

    [Test]
    public void Without_a_package_schema_nothing_is_generated()
    {
        var run = Generation.Of(SchemaText.Tokens("test:a:B"), new SchemaText("other.json", "", "{"));

        Assert.That(run.FileNames, Is.Empty);
        AssertProblems(run);
    }

    [Test]
    public void IDPGEN001_text_that_is_not_JSON() =>
        AssertProblems(
            Generation.Of(SchemaText.Package("{\n  \"name\": test }")),
            "IDPGEN001 test.json(2,11): test.json is not JSON: got 't', want a value"
        );

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"name":"test"}""")]
    [TestCase("""{"name":7,"version":"1.0.0"}""")]
    public void IDPGEN002_JSON_that_is_no_schema(string json) =>
        AssertProblems(
            Generation.Of(SchemaText.Package(json)),
            "IDPGEN002 test.json(1,1): test.json is not a Pulumi package schema: want an object with a 'name' and a 'version'"
        );

    [Test]
    public void IDPGEN003_a_second_package() =>
        AssertProblems(
            Generation.Of(
                SchemaText.Package(Head + "\"types\":{}}"),
                new SchemaText("other.json", "package", Head + "\"types\":{}}")
            ),
            "IDPGEN003 other.json(1,1): other.json is a second package schema of this project: a project generates one package, mark the others PulumiSchema=\"dependency\""
        );

    [TestCase("test:B")]
    [TestCase("test:a:")]
    public void IDPGEN004_a_token_without_its_three_parts(string token) =>
        AssertProblems(
            Generation.Of(SchemaText.Package(Head + $"\"resources\":{{\n\"{token}\":{{}}}}}}")),
            $"IDPGEN004 test.json(2,1): test.json: '{token}' is not a token: want package:module:Name"
        );

    [Test]
    public void IDPGEN005_a_reference_to_a_type_that_is_not_there() =>
        AssertProblems(
            Outputs("""{"$ref":"#/types/test:a%2Fd:D"}"""),
            "IDPGEN005 test.json(2,5): test.json: test:a:B.c refers to '#/types/test:a/d:D', which the schema of test does not have"
        );

    [Test]
    public void IDPGEN005_a_reference_into_a_package_without_schema() =>
        AssertProblems(
            Outputs("""{"$ref":"/other/v1.0.0/schema.json#/types/other:a:D"}"""),
            "IDPGEN005 test.json(2,5): test.json: test:a:B.c refers to '/other/v1.0.0/schema.json#/types/other:a:D', "
                + "a package of which this project has no schema: add it with PulumiSchema=\"dependency\""
        );

    [Test]
    public void IDPGEN005_once_even_if_the_property_is_input_state_and_output() =>
        AssertProblems(
            Generation.Of(
                SchemaText.Package(
                    Head
                        + """
                        "types":{"test:a:T":{"type":"object","properties":{
                        "c":{"$ref":"#/types/test:a:D"}}}},
                        "resources":{"test:a:B":{
                        "properties":{"t":{"$ref":"#/types/test:a:T"}},
                        "inputProperties":{"t":{"$ref":"#/types/test:a:T"}},
                        "stateInputs":{"properties":{"t":{"$ref":"#/types/test:a:T"}}}}}}
                        """
                )
            ),
            "IDPGEN005 test.json(2,5): test.json: test:a:T.c refers to '#/types/test:a:D', which the schema of test does not have"
        );

    [TestCase("""{"type":"date"}""", "is of type 'date'", 5)]
    [TestCase("""{"type":"array"}""", "is an array without 'items'", 5)]
    [TestCase("{}", "is of no type", 5)]
    [TestCase("""{"const":"x","type":"string"}""", "is a constant", 14)]
    [TestCase("""{"replaceOnChanges":true,"type":"string"}""", "asks for 'replaceOnChanges'", 25)]
    [TestCase("""{"default":1,"type":"string"}""", "has a default that is not of the property's type", 16)]
    public void IDPGEN006_a_property_of_a_form_that_is_not_supported(string type, string form, int column) =>
        AssertProblems(
            Inputs(type),
            $"IDPGEN006 test.json(2,{column}): test.json: test:a:B.c {form}, which the generator does not support"
        );

    [TestCase("""resources":{"test:a:B":{"methods":""", """{"m":"test:a:B/m"}}}""", "test:a:B has methods")]
    [TestCase(
        """functions":{"test:a:b":{"multiArgumentInputs":""",
        """["c"],"outputs":{"properties":{}}}}""",
        "test:a:b has several arguments"
    )]
    [TestCase("""functions":{"test:a:b":{"outputs":""", """{"type":"string"}}}""", "test:a:b has a result that is not an object")]
    public void IDPGEN006_an_entry_of_a_form_that_is_not_supported(string before, string form, string message) =>
        AssertProblems(
            Generation.Of(SchemaText.Package(Head + "\"" + before + "\n" + form + "}")),
            $"IDPGEN006 test.json(2,1): test.json: {message}, which the generator does not support"
        );

    [Test]
    public void IDPGEN007_a_member_of_a_resource_with_the_name_of_its_class() =>
        AssertProblems(
            Resource("\"properties\":{\n\"b\":{\"type\":\"string\"}}"),
            "IDPGEN007 test.json(2,1): test.json: property 'b' of test:a:B would be a member with the name of its class, B, "
                + "which C# forbids (CS0542): give it the official name in language.csharp.name"
        );

    [Test]
    public void IDPGEN007_a_member_of_a_nested_type_with_the_name_of_its_class() =>
        AssertProblems(
            Generation.Of(
                SchemaText.Package(
                    Head
                        + """
                        "types":{"test:a:Rule":{"type":"object","properties":{
                        "rule":{"type":"string"}}}},
                        "resources":{"test:a:B":{"properties":{"c":{"$ref":"#/types/test:a:Rule"}}}}}
                        """
                )
            ),
            "IDPGEN007 test.json(2,1): test.json: property 'rule' of test:a:Rule would be a member with the name of its class, Rule, "
                + "which C# forbids (CS0542): give it the official name in language.csharp.name"
        );

    [Test]
    public void IDPGEN007_not_when_the_schema_gives_it_another_name() =>
        AssertProblems(
            Resource(
                """
                "properties":{"b":{"type":"string","language":{"csharp":{"name":"Bee"}}}}
                """
            )
        );

    [Test]
    public void IDPGEN008_two_properties_that_give_one_member() =>
        AssertProblems(
            Resource("\"inputProperties\":{\"c-d\":{\"type\":\"string\"},\n\"cD\":{\"type\":\"string\"}}"),
            "IDPGEN008 test.json(2,1): test.json: property 'cD' of test:a:B would be a second member CD of class BArgs: "
                + "give it the official name in language.csharp.name"
        );

    [TestCase("properties", "id", "Id", "B")]
    [TestCase("properties", "urn", "Urn", "B")]
    [TestCase("inputProperties", "empty", "Empty", "BArgs")]
    public void IDPGEN008_a_property_that_gives_a_member_every_such_class_has(
        string list,
        string wire,
        string member,
        string @class
    ) =>
        AssertProblems(
            Resource($"\"{list}\":{{\n\"{wire}\":{{\"type\":\"string\"}}}}"),
            $"IDPGEN008 test.json(2,1): test.json: property '{wire}' of test:a:B would be a second member {member} of class {@class}: "
                + "give it the official name in language.csharp.name"
        );

    [Test]
    public void IDPGEN009_two_tokens_that_give_one_class() =>
        AssertProblems(
            Generation.Of(SchemaText.Package(Head + "\"resources\":{\"test:a:B\":{},\"test:a:b\":\n{}}}")),
            "IDPGEN009 test.json(2,1): test.json: test:a:b and test:a:B both give the class Pulumi.Test.A.B: take one of them out of the list of tokens"
        );

    [Test]
    public void IDPGEN010_a_listed_token_that_the_schema_does_not_have() =>
        AssertProblems(
            Generation.Of(
                SchemaText.Package(Head + "\"resources\":{\"test:index/vpc:Vpc\":{}}}"),
                SchemaText.Tokens("# a list", "", "test:index/vpc:Vcp # misspelt", "something:quite:Different")
            ),
            "IDPGEN010 test.tokens.txt(3,1): test.tokens.txt: the schema has no resource or function 'test:index/vpc:Vcp'; did you mean 'test:index/vpc:Vpc'?",
            "IDPGEN010 test.tokens.txt(4,1): test.tokens.txt: the schema has no resource or function 'something:quite:Different'"
        );

    private static Generation Inputs(string type) => Resource("\"inputProperties\":{\n\"c\":" + type + "}");

    private static Generation Outputs(string type) => Resource("\"properties\":{\n\"c\":" + type + "}");

    private static Generation Resource(string body) =>
        Generation.Of(SchemaText.Package(Head + "\"resources\":{\"test:a:B\":{" + body + "}}}"));

    private static void AssertProblems(Generation run, params string[] expected) =>
        Assert.That(run.Problems, Is.EqualTo(expected));
}
