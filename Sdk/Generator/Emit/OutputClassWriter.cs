using System.Linq;
using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes a class that the SDK fills from what comes back.</summary>
internal static class OutputClassWriter
{
    public static void Write(SourceWriter writer, OutputClass model) =>
        writer
            .Line("[OutputType]")
            .Block(
                $"public sealed class {model.Name}",
                () =>
                {
                    foreach (var member in model.Members)
                        writer.Line($"public {Keywords.Hiding(member.Name)}readonly {member.Type} {member.Name};");
                    if (model.Members.Count > 0)
                        writer.Line();
                    var parameters = string.Join(", ", model.Members.Select(m => $"{m.Type} {m.Parameter}"));
                    writer
                        .Line("[OutputConstructor]")
                        .Block(
                            $"private {model.Name}({parameters})",
                            () =>
                            {
                                foreach (var member in model.Members)
                                    writer.Line(
                                        $"{(member.Name == member.Parameter ? "this." : "")}{member.Name} = {member.Parameter};"
                                    );
                            }
                        );
                }
            );
}
