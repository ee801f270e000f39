using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Json;

namespace Generator.Schema;

/// <summary>Reads a package schema; what it cannot honour goes to the given report and is left out.</summary>
internal sealed class SchemaReader
{
    private readonly SchemaFile _file;
    private readonly Action<DiagnosticInfo> _report;

    private SchemaReader(SchemaFile file, Action<DiagnosticInfo> report) => (_file, _report) = (file, report);

    /// <summary>The package, or null after a report if the file is no package schema.</summary>
    public static PackageSpec? Read(SchemaFile file, Action<DiagnosticInfo> report)
    {
        JsonValue json;
        try
        {
            json = JsonReader.Read(file.Text.ToString());
        }
        catch (JsonFormatException error)
        {
            report(DiagnosticInfo.At(DiagnosticDescriptors.NotJson, file, error.Position, error.Message));
            return null;
        }
        var reader = new SchemaReader(file, report);
        if (json["name"]?.AsString is { Length: > 0 } name && json["version"]?.AsString is { Length: > 0 } version)
            return reader.ReadPackage(json, name, version);
        report(DiagnosticInfo.At(DiagnosticDescriptors.NotASchema, file, json.Position));
        return null;
    }

    private PackageSpec ReadPackage(JsonValue json, string name, string version)
    {
        var csharp = json["language"]?["csharp"];
        var namespaces = (csharp?["namespaces"]?.Members ?? []).ToDictionary(
            m => m.Name,
            m => m.Value.Text,
            StringComparer.Ordinal
        );
        return new PackageSpec(
            _file,
            name,
            version,
            json["meta"]?["moduleFormat"]?.AsString ?? "(.*)",
            csharp?["rootNamespace"]?.AsString,
            csharp?["compatibility"]?.AsString == "tfbridge20",
            namespaces,
            ReadResource("pulumi:providers:" + name, json["provider"] ?? json, json["provider"] is null, isProvider: true),
            ReadEntries(json["resources"], (token, value) => ReadResource(token, value, isEmpty: false, isProvider: false)),
            ReadEntries(json["functions"], ReadFunction),
            ReadEntries(json["types"], ReadType)
        );
    }

    private Dictionary<string, T> ReadEntries<T>(JsonValue? entries, Func<string, JsonValue, T> read)
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in entries?.Members ?? [])
        {
            if (entry.Name.Count(c => c == ':') == 2 && entry.Name[entry.Name.Length - 1] != ':')
                result[entry.Name] = read(entry.Name, entry.Value);
            else
                _report(DiagnosticInfo.At(DiagnosticDescriptors.MalformedToken, _file, entry.Position, entry.Name));
        }
        return result;
    }

    private ResourceSpec ReadResource(string token, JsonValue json, bool isEmpty, bool isProvider)
    {
        if (isEmpty)
            return new ResourceSpec(token, null, false, isProvider, [], [], null, [], null, json.Position);
        if (!isProvider && json["methods"] is { Members.Count: > 0 } methods)
            Unsupported(token, "has methods", methods.Position);
        return new ResourceSpec(
            token,
            json["language"]?["csharp"]?["name"]?.AsString,
            json["isComponent"]?.IsTrue ?? false,
            isProvider,
            ReadProperties(token, json["properties"], json["required"]),
            ReadProperties(token, json["inputProperties"], json["requiredInputs"]),
            json["stateInputs"] is { } state ? ReadProperties(token, state["properties"], state["required"]) : null,
            [.. (json["aliases"]?.Items ?? []).Select(a => a["type"]?.AsString ?? a.Text).Where(t => t.Length > 0)],
            json["deprecationMessage"]?.AsString,
            json.Position
        );
    }

    private FunctionSpec ReadFunction(string token, JsonValue json)
    {
        if (json["multiArgumentInputs"] is { Items.Count: > 0 } arguments)
            Unsupported(token, "has several arguments", arguments.Position);
        var outputs = json["outputs"] ?? json["returnType"];
        if (outputs is not null && outputs["properties"] is null)
            Unsupported(token, "has a result that is not an object", outputs.Position);
        return new FunctionSpec(
            token,
            json["inputs"] is { } inputs ? ReadProperties(token, inputs["properties"], inputs["required"]) : null,
            outputs is null ? null : ReadProperties(token, outputs["properties"], outputs["required"]),
            json["deprecationMessage"]?.AsString,
            json.Position
        );
    }

    private TypeDefinition ReadType(string token, JsonValue json) =>
        new(
            token,
            json["type"]?.AsString,
            ReadProperties(token, json["properties"], json["required"]),
            json["enum"] is { } values
                ?
                [
                    .. values
                        .Items.Where(v => v["value"] is not null)
                        .Select(v => new EnumValueSpec(v["name"]?.AsString, v["value"]!, v["deprecationMessage"]?.AsString)),
                ]
                : null,
            json.Position
        );

    private List<PropertySpec> ReadProperties(string owner, JsonValue? properties, JsonValue? required)
    {
        var requiredNames = new HashSet<string>((required?.Items ?? []).Select(i => i.Text), StringComparer.Ordinal);
        var result = new List<PropertySpec>();
        foreach (var member in properties?.Members ?? [])
        {
            var json = member.Value;
            if (json["const"] is { } constant)
                Unsupported($"{owner}.{member.Name}", "is a constant", constant.Position);
            if (json["replaceOnChanges"] is { IsTrue: true } replace)
                Unsupported($"{owner}.{member.Name}", "asks for 'replaceOnChanges'", replace.Position);
            result.Add(
                new PropertySpec(
                    member.Name,
                    ReadTypeSpec(json),
                    requiredNames.Contains(member.Name),
                    json["secret"]?.IsTrue ?? false,
                    json["deprecationMessage"]?.AsString,
                    json["language"]?["csharp"]?["name"]?.AsString,
                    json["default"],
                    [.. (json["defaultInfo"]?["environment"]?.Items ?? []).Select(i => i.Text)],
                    member.Position
                )
            );
        }
        // The official generator binds properties sorted by name; constructor parameters follow that order.
        result.Sort((x, y) => string.CompareOrdinal(x.Name, y.Name));
        return result;
    }

    private static TypeSpec ReadTypeSpec(JsonValue json) =>
        new(
            json["type"]?.AsString,
            json["$ref"]?.AsString,
            json["items"] is { } items ? ReadTypeSpec(items) : null,
            json["additionalProperties"] is { } values ? ReadTypeSpec(values) : null,
            [.. (json["oneOf"]?.Items ?? []).Select(ReadTypeSpec)],
            json["plain"]?.IsTrue ?? false,
            json.Position
        );

    private void Unsupported(string owner, string form, int position) =>
        _report(DiagnosticInfo.At(DiagnosticDescriptors.UnsupportedForm, _file, position, owner, form));
}
