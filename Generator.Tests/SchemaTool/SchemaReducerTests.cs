using System.Text;
using SchemaTool;

namespace Generator.Tests.SchemaTool;

public sealed class SchemaReducerTests
{
    private const string Official = """
        {
          "name": "test", "displayName": "Test", "version": "2.0.0", "description": "Words.", "homepage": "https://example.com",
          "meta": { "moduleFormat": "(.*)(?:/[^/]*)" },
          "language": {
            "csharp": { "namespaces": { "unused": "UnUsed", "net": "Net", "test": "Test" }, "compatibility": "tfbridge20" },
            "nodejs": { "readme": "Words." }
          },
          "config": { "variables": { "region": { "type": "string" } } },
          "types": {
            "test:net/Unused:Unused": { "type": "object" },
            "test:net/Rule:Rule": {
              "description": "Words.", "type": "object", "required": ["port"],
              "properties": {
                "port": { "type": "integer", "description": "Words.", "language": { "python": { "mapCase": false } } },
                "next": { "$ref": "#/types/test:net%2FRule:Rule" }
              }
            },
            "test:net/Kind:Kind": { "type": "string", "enum": [{ "description": "Words.", "value": "a" }] }
          },
          "provider": { "description": "Words.", "inputProperties": { "kind": { "$ref": "#/types/test:net/Kind:Kind" } } },
          "resources": {
            "test:net/other:Other": { "properties": { "a": { "type": "string" } } },
            "test:net/friend:Friend": { "properties": {} },
            "test:net/wall:Wall": {
              "description": "Words.", "deprecationMessage": "Words.", "methods": { "m": "test:net/wall:Wall/m" },
              "properties": { "rule": { "$ref": "#/types/test:net%2FRule:Rule", "secret": true, "deprecationMessage": "Words." } },
              "inputProperties": {
                "name": { "willReplaceOnChanges": true, "type": "string", "language": { "csharp": { "name": "WallName" } } },
                "friend": { "oneOf": [{ "type": "string" }, { "$ref": "#/resources/test:net%2Ffriend:Friend" }] }
              },
              "requiredInputs": ["name"],
              "stateInputs": { "description": "Words.", "properties": { "rule": { "$ref": "#/types/test:net%2FRule:Rule" } }, "type": "object" },
              "aliases": [{ "type": "test:old/wall:Wall" }]
            }
          },
          "functions": {
            "test:net/getWall:getWall": {
              "description": "Words.",
              "inputs": { "description": "Words.", "properties": { "name": { "type": "string" } }, "type": "object" },
              "outputs": { "properties": { "id": { "type": "string" } }, "required": ["id"], "type": "object" }
            }
          }
        }
        """;

    [Test]
    public void Names_types_and_flags_of_what_is_listed_and_reached_are_kept_and_no_words()
    {
        var reduced = Reduce(Official, "test:net/wall:Wall", "test:net/getWall:getWall # with a comment", "", "# nothing");

        Assert.That(
            reduced.Text,
            Is.EqualTo(
                """
                {
                "name": "test",
                "version": "2.0.0",
                "meta": {"moduleFormat":"(.*)(?:/[^/]*)"},
                "language": {"csharp":{"compatibility":"tfbridge20","namespaces":{"net":"Net","test":"Test"}}},
                "config": {},
                "types": {
                "test:net/Kind:Kind": {"type":"string","enum":[{"value":"a"}]},
                "test:net/Rule:Rule": {"properties":{"port":{"type":"integer"},"next":{"$ref":"#/types/test:net%2FRule:Rule"}},"type":"object","required":["port"]}
                },
                "provider": {"inputProperties":{"kind":{"$ref":"#/types/test:net/Kind:Kind"}}},
                "resources": {
                "test:net/friend:Friend": {"properties":{}},
                "test:net/wall:Wall": {"deprecationMessage":"Deprecated.","properties":{"rule":{"$ref":"#/types/test:net%2FRule:Rule","secret":true,"deprecationMessage":"Deprecated."}},"inputProperties":{"name":{"type":"string","language":{"csharp":{"name":"WallName"}},"willReplaceOnChanges":true},"friend":{"oneOf":[{"type":"string"},{"$ref":"#/resources/test:net%2Ffriend:Friend"}]}},"requiredInputs":["name"],"stateInputs":{"properties":{"rule":{"$ref":"#/types/test:net%2FRule:Rule"}},"type":"object"},"aliases":[{"type":"test:old/wall:Wall"}]}
                },
                "functions": {
                "test:net/getWall:getWall": {"inputs":{"properties":{"name":{"type":"string"}},"type":"object"},"outputs":{"properties":{"id":{"type":"string"}},"type":"object","required":["id"]}}
                }
                }

                """
            )
        );
    }

    [Test]
    public void A_resource_that_a_listed_one_takes_as_a_value_comes_along_and_is_named()
    {
        var reduced = Reduce(Official, "test:net/wall:Wall");

        Assert.That(
            reduced.Notes,
            Is.EqualTo(["note: test:net/friend:Friend is taken as well, because a listed resource refers to it"])
        );
    }

    [TestCase("aws")]
    [TestCase("awsx")]
    [TestCase("random")]
    public void The_schemas_of_this_repository_are_what_the_tool_makes_of_them(string package)
    {
        var text = File.ReadAllText(Schema(package + ".json"));

        var reduced = Reduce(text, File.ReadAllLines(Schema(package + ".tokens.txt")));

        Assert.That(reduced.Text == text, Is.True, "run the tool on the schema, then look at the difference");
        Assert.That(reduced.Notes, Is.Empty);
    }

    [Test]
    public void Reducing_further_and_again_comes_to_the_same()
    {
        var aws = File.ReadAllText(Schema("aws.json"));
        string[] tokens =
        [
            "aws:route53/record:Record",
            "aws:iam/getPolicyDocument:getPolicyDocument",
            "aws:iam/rolePolicy:RolePolicy",
        ];

        var once = Reduce(aws, tokens);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Reduce(once.Text, tokens).Text, Is.EqualTo(once.Text));
            Assert.That(once.Text, Has.Length.LessThan(aws.Length / 10));
            Assert.That(once.Text, Does.Contain("\"aws:iam/role:Role\": "), "a role policy takes a role");
        }
    }

    [Test]
    public void All_unknown_tokens_are_named_at_once() =>
        Assert.That(
            () => Reduce(Official, "test:net/wal:Wall", "test:net/wall:Wall", "nothing:like:it"),
            Throws
                .TypeOf<SchemaException>()
                .With.Message.EqualTo(
                    "2 listed tokens are no resource or function of test:\n"
                        + "  - test:net/wal:Wall; did you mean 'test:net/wall:Wall'?\n"
                        + "  - nothing:like:it"
                )
        );

    [TestCase("{", "the schema is not JSON: line 1, byte 2")]
    [TestCase("{}", "the file is no package schema: it has no 'name'")]
    [TestCase("[]", "the file is no package schema: it has no 'name'")]
    [TestCase("""{"name":"test"}""", "the file is no package schema: it has no 'version'")]
    public void A_file_that_is_no_schema_is_refused(string text, string message) =>
        Assert.That(() => Reduce(text), Throws.TypeOf<SchemaException>().With.Message.EqualTo(message));

    [Test]
    public void A_schema_that_refers_to_what_it_does_not_have_is_refused() =>
        Assert.That(
            () =>
                Reduce(
                    """{"name":"t","version":"1","resources":{"t:a:B":{"properties":{"c":{"$ref":"#/types/t:a:C"}}}}}""",
                    "t:a:B"
                ),
            Throws
                .TypeOf<SchemaException>()
                .With.Message.EqualTo("the schema refers to types entry 't:a:C', which it does not have")
        );

    private static Reduced Reduce(string schema, params string[] tokens)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(schema));
        return SchemaReducer.Reduce(stream, tokens);
    }

    private static string Schema(string file) => Path.Combine(TestContext.CurrentContext.TestDirectory, "schemas", file);
}
