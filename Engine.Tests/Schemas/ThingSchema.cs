using System.Text;
using Engine.Schemas;

namespace Engine.Tests.Schemas;

/// <summary>A small package, "t", with one property of each kind that matters.</summary>
internal static class ThingSchema
{
    public const string Type = "t:x:Thing";

    public static readonly SchemaLibrary Library = new(package => package == "t" ? Encoding.UTF8.GetBytes(Json) : null)
    {
        Packages = ["t"],
    };

    public static ResourceSchema Thing => Library.Resource(Type)!;

    private const string Json = """
        {
          "name": "t", "version": "1.2.3",
          "provider": {"inputProperties": {
            "region": {"type": "string"}, "endpoint": {"type": "string", "willReplaceOnChanges": true}, "comment": {"type": "string"},
            "retries": {"type": "integer"}, "tags": {"type": "object", "additionalProperties": {"type": "string"}}}},
          "resources": {
            "t:x:Thing": {
              "inputProperties": {
                "size": {"type": "integer"}, "weight": {"type": "number"}, "on": {"type": "boolean"},
                "name": {"type": "string", "willReplaceOnChanges": true},
                "title": {"type": "string"},
                "tags": {"type": "object", "additionalProperties": {"type": "string"}},
                "rules": {"type": "array", "items": {"$ref": "#/types/t:x%2FRule:Rule"}},
                "place": {"$ref": "#/types/t:x%2FPlace:Place", "willReplaceOnChanges": true},
                "color": {"$ref": "#/types/t:x%2FColor:Color"},
                "kind": {"oneOf": [{"type": "string"}, {"$ref": "#/types/t:x%2FColor:Color"}]},
                "policy": {"oneOf": [{"type": "string"}, {"$ref": "#/types/t:x%2FRule:Rule"}]},
                "code": {"$ref": "pulumi.json#/Archive"}, "source": {"$ref": "pulumi.json#/Asset"}, "any": {"$ref": "pulumi.json#/Any"},
                "role": {"$ref": "#/resources/t:x:Thing"},
                "old": {"type": "string", "deprecationMessage": "use title"}, "worn": {"type": "string", "deprecationMessage": "Deprecated."},
                "must": {"type": "string"}, "mustDefault": {"type": "string", "default": "x"}
              },
              "requiredInputs": ["must", "mustDefault"]
            },
            "t:x:Other": {"inputProperties": {"thing": {"type": "string", "willReplaceOnChanges": true}, "loose": {"type": "string"}}}
          },
          "types": {
            "t:x/Rule:Rule": {"type": "object", "required": ["port"], "properties": {
              "port": {"type": "integer"}, "proto": {"type": "string", "willReplaceOnChanges": true}, "names": {"type": "array", "items": {"type": "string"}}}},
            "t:x/Place:Place": {"type": "object", "properties": {"zone": {"type": "string"}}},
            "t:x/Color:Color": {"type": "string", "enum": [{"value": "red"}, {"value": "green"}]}
          }
        }
        """;
}
