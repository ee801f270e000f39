using System.Globalization;
using System.Linq;
using System.Text;
using Generator.Json;

namespace Generator.Model;

/// <summary>Values as C#.</summary>
internal static class Literals
{
    /// <summary>A default as C#, or null if it is no value of the type.</summary>
    public static string? Of(JsonValue value, SchemaType type, Names names)
    {
        if (type is EnumType { Definition: var definition, Package: var package })
        {
            var name = Naming.ClassOf(definition.Token);
            var member = definition.Values!.FirstOrDefault(v => v.Value.Kind == value.Kind && v.Value.Text == value.Text);
            return member is null
                ? null
                : $"{names.Of(package).NamespaceOf(definition.Token)}.{name}.{EnumNames.Of(member, name)}";
        }
        return value.Kind switch
        {
            JsonKind.True when type == NamedType.Boolean => "true",
            JsonKind.False when type == NamedType.Boolean => "false",
            JsonKind.Number when type == NamedType.Number || type == NamedType.Integer => Number(value),
            JsonKind.String when type == NamedType.String || type is UnionType => String(value.Text),
            _ => null,
        };
    }

    public static string Number(JsonValue value) => value.AsDouble.ToString("R", CultureInfo.InvariantCulture);

    public static string String(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        }
        return literal.Append('"').ToString();
    }
}
