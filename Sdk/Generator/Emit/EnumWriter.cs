using System.Collections.Generic;
using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes enums: each a struct around the value on the wire, so that a value unknown today is no error tomorrow.</summary>
internal static class EnumWriter
{
    public static string Write(string @namespace, IEnumerable<EnumModel> enums)
    {
        var writer = new SourceWriter("System", "System.ComponentModel");
        writer.Block($"namespace {@namespace}", () => writer.Separated(enums, Write));
        return writer.ToString();
    }

    private static void Write(SourceWriter writer, EnumModel model)
    {
        if (model.Underlying == "int")
            WriteEnum(writer, model);
        else
            WriteStruct(writer, model);
    }

    private static void WriteEnum(SourceWriter writer, EnumModel model) =>
        writer.Block(
            $"public enum {model.Name}",
            () =>
            {
                foreach (var member in model.Members)
                    writer.Obsolete(member.Obsolete).Line($"{member.Name} = {member.Literal},");
            }
        );

    private static void WriteStruct(SourceWriter writer, EnumModel model)
    {
        var (name, type, isString) = (model.Name, model.Underlying, model.Underlying == "string");
        writer
            .Line("[EnumType]")
            .Block(
                $"public readonly struct {name} : IEquatable<{name}>",
                () =>
                {
                    writer.Line($"private readonly {type} _value;").Line();
                    var check = isString ? " ?? throw new ArgumentNullException(nameof(value))" : "";
                    writer.Line($"private {name}({type} value) => _value = value{check};").Line();
                    foreach (var member in model.Members)
                        writer
                            .Obsolete(member.Obsolete)
                            .Line($"public static {name} {member.Name} {{ get; }} = new {name}({member.Literal});");
                    var equal = isString
                        ? "string.Equals(_value, other._value, StringComparison.Ordinal)"
                        : "_value == other._value";
                    writer
                        .Line()
                        .Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);")
                        .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);")
                        .Line()
                        .Line($"public static explicit operator {type}({name} value) => value._value;")
                        .Line()
                        .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                        .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);")
                        .Line($"public bool Equals({name} other) => {equal};")
                        .Line()
                        .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                        .Line(
                            $"public override int GetHashCode() => _value{(isString ? "?.GetHashCode() ?? 0" : ".GetHashCode()")};"
                        )
                        .Line()
                        .Line($"public override string ToString() => _value{(isString ? "" : ".ToString()")};");
                }
            );
    }
}
