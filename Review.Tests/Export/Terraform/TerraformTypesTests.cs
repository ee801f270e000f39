using System.Text.Json.Nodes;
using Review.Export.Terraform;

namespace Review.Tests.Export.Terraform;

/// <summary>That everything the schemas of Pulumi have is something that the Terraform providers have.</summary>
public sealed class TerraformTypesTests
{
    private static readonly JsonObject[] Schemas =
    [
        .. new[] { "aws", "random" }.Select(package =>
            (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(Golden.Root, "Sdk", "schemas", $"{package}.json")))!
        ),
    ];

    private readonly HashSet<(string Token, string Property)> _skipped = [];
    private readonly HashSet<(string Token, string Property)> _seen = [];
    private readonly HashSet<(string Token, string Path)> _walked = [];
    private readonly List<string> _problems = [];

    [OneTimeSetUp]
    public void Walk_everything()
    {
        foreach (var (token, resource) in Resources())
            if (TerraformTypes.Known.TypeOf(token) is { } type)
            {
                Walk(token, (JsonObject)resource["inputProperties"]!, type);
                foreach (var (output, _) in (JsonObject)resource["properties"]!)
                    if (_seen.Add((token, output)) && !Skip(token, output))
                        Has(token, output, type);
            }
    }

    [Test]
    public void Every_type_of_the_schemas_has_one_of_Terraform()
    {
        var tokens = Resources().Select(resource => resource.Token).Order(StringComparer.Ordinal);
        Assert.That(TerraformTypes.Known.Tokens.Order(StringComparer.Ordinal), Is.EqualTo(tokens));
        Assert.That(
            TerraformTypes.Known.Tokens.Select(token => TerraformTypes.Known.TypeOf(token)).Distinct(),
            Is.SubsetOf(TerraformFacts.Attributes.Keys)
        );
    }

    [Test]
    public void Every_property_is_an_attribute_of_the_same_kind() => Assert.That(_problems, Is.Empty);

    [Test]
    public void Nothing_irregular_is_of_a_property_that_is_not_there()
    {
        var irregular = TerraformTypes
            .Known.Irregular.SelectMany(token => token.Value.Keys.Select(property => (token.Key, property)))
            .Where(entry => !_seen.Contains(entry) && !BelowTheUntyped(entry.Key));
        Assert.That(irregular, Is.Empty);
    }

    [Test]
    public void Nothing_irregular_follows_the_rule()
    {
        var regular = TerraformTypes.Known.Irregular.SelectMany(token =>
            token
                .Value.Where(entry => entry.Value == new TerraformAttribute(TerraformNames.Snake(entry.Key), Nesting.Usual))
                .Select(entry => $"{token.Key} {entry.Key}")
        );
        Assert.That(regular, Is.Empty);
    }

    [Test]
    public void What_is_said_to_be_unchecked_is_there_and_could_not_be_checked() =>
        Assert.That(TerraformFacts.Unchecked, Is.EquivalentTo(_skipped));

    private static IEnumerable<(string Token, JsonObject Resource)> Resources() =>
        Schemas.SelectMany(schema =>
            ((JsonObject)schema["resources"]!).Select(resource => (resource.Key, (JsonObject)resource.Value!))
        );

    // The statements of web ACLs, which the bindings leave untyped, and what is newer than they.
    private static bool BelowTheUntyped(string token) =>
        token.StartsWith("aws:wafv2/WebAclRuleStatement", StringComparison.Ordinal)
        || token.StartsWith("aws:budgets/BudgetFilterExpression", StringComparison.Ordinal);

    private void Walk(string token, JsonObject members, string path)
    {
        if (!_walked.Add((token, path)))
            return;
        foreach (var (name, schema) in members)
        {
            _seen.Add((token, name));
            if (Skip(token, name) || !Has(token, name, path))
                continue;
            var attribute = TerraformTypes.Known.AttributeOf(token, name);
            var kind = TerraformFacts.Attributes[path][attribute.Name];
            var wanted = Kinds((JsonObject)schema!, attribute.Nesting);
            if (kind != '-' && !wanted.Contains(kind))
                _problems.Add($"{token} {name}: {path}.{attribute.Name} is {kind}, not one of {wanted}");
            var inner = $"{path}.{attribute.Name}";
            if (Object((JsonObject)schema!) is { } type && TerraformFacts.Attributes.ContainsKey(inner))
                Walk(type, (JsonObject)Type(type)["properties"]!, inner);
        }
    }

    // What Terraform has beside it is known only where the bindings know the block at all.
    private bool Has(string token, string name, string path)
    {
        var attribute = TerraformTypes.Known.AttributeOf(token, name).Name;
        if (TerraformFacts.Attributes[path].ContainsKey(attribute))
            return true;
        _problems.Add($"{token} {name}: {path} has no {attribute}");
        return false;
    }

    private bool Skip(string token, string name) =>
        TerraformFacts.Unchecked.Contains((token, name)) && (_skipped.Add((token, name)) || true);

    private static string Kinds(JsonObject schema, Nesting nesting) =>
        (nesting, Object(schema), (string?)schema["type"]) switch
        {
            (Nesting.Text, _, _) => "s",
            (Nesting.ListOfOne, _, _) => "l",
            (Nesting.Object, _, _) => "O",
            (_, { }, "array") => "LS",
            (_, { }, "object") => "M",
            (_, { }, _) => "LS",
            (_, _, "array") => "l",
            (_, _, "object") => "m",
            (_, _, "boolean") => "b",
            (_, _, "integer" or "number") => "n",
            _ => schema["$ref"] is { } reference && (string?)Schema(reference)?["type"] is "number" or "integer" ? "n" : "s",
        };

    // The token of the objects that a property holds, alone, in a list or in a map. Where a text may stand for one, Terraform has the text.
    private static string? Object(JsonObject schema) =>
        schema["items"] is JsonObject items ? Object(items)
        : schema["additionalProperties"] is JsonObject values ? Object(values)
        : schema["$ref"] is { } reference && Schema(reference) is { } type && type["properties"] is not null ? Token(reference)
        : null;

    private static JsonObject? Schema(JsonNode reference) =>
        ((string)reference!).StartsWith("#/types/", StringComparison.Ordinal) ? Type(Token(reference)) : null;

    private static string Token(JsonNode reference) =>
        ((string)reference!)["#/types/".Length..].Replace("%2F", "/", StringComparison.Ordinal);

    private static JsonObject Type(string token) =>
        (JsonObject)Schemas.Select(schema => schema["types"]![token]).First(type => type is not null)!;
}
