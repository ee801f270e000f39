using System.Linq;
using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes a class whose properties the user sets.</summary>
internal static class InputClassWriter
{
    public static void Write(SourceWriter writer, InputClass model) =>
        writer.Block(
            $"public sealed class {model.Name} : global::Pulumi.{model.Base}",
            () =>
            {
                foreach (var member in model.Members)
                {
                    WriteMember(writer, member);
                    writer.Line();
                }
                WriteConstructor(writer, model);
                writer.Line($"public static new {model.Name} Empty => new {model.Name}();");
            }
        );

    private static void WriteMember(SourceWriter writer, InputMember member)
    {
        var attribute =
            $"[Input({Literals.String(member.Wire)}{(member.Required ? ", required: true" : "")}{(member.Json ? ", json: true" : "")})]";
        writer.Line(attribute);
        if (member.BackingType is null)
        {
            var initializer = member.Initializer is null ? "" : $" = {member.Initializer};";
            writer.Line($"public {Keywords.Hiding(member.Name)}{member.Type} {member.Name} {{ get; set; }}{initializer}");
            return;
        }
        var field = "_" + member.Wire.Replace("-", "");
        writer.Line($"private {member.BackingType}? {field};").Line();
        writer.Obsolete(member.Obsolete);
        writer.Block(
            $"public {Keywords.Hiding(member.Name)}{member.Type} {member.Name}",
            () =>
            {
                writer.Line(member.IsCollection ? $"get => {field} ??= new {member.BackingType}();" : $"get => {field};");
                writer.Line($"set => {field} = {Assigned(member)};");
            }
        );
    }

    // Nothing turns a value into a secret in place; what is combined with a secret is one.
    private static string Assigned(InputMember member) =>
        member.SecretSeed is null ? "value"
        : member.IsCollection ? $"Output.All(value, Output.CreateSecret({member.SecretSeed})).Apply(v => v[0])"
        : $"Output.Tuple<{member.BackingType}?, int>(value, Output.CreateSecret({member.SecretSeed})).Apply(t => t.Item1)";

    private static void WriteConstructor(SourceWriter writer, InputClass model)
    {
        var defaults = model.Members.Where(m => m.Default is not null).ToList();
        if (defaults.Count > 0)
            writer
                .Block(
                    $"public {model.Name}()",
                    () =>
                    {
                        foreach (var member in defaults)
                            writer.Line($"{member.Name} = {member.Default};");
                    }
                )
                .Line();
    }
}
