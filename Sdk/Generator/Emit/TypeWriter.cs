using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes all classes of an object type.</summary>
internal static class TypeWriter
{
    public static string Write(TypeModel model)
    {
        var writer = new SourceWriter("System", "System.Collections.Generic", "System.Collections.Immutable");
        if (model.Inputs.Count > 0)
            writer.Block(
                $"namespace {model.Namespace}.Inputs",
                () =>
                {
                    for (var i = 0; i < model.Inputs.Count; i++)
                        InputClassWriter.Write(i == 0 ? writer : writer.Line(), model.Inputs[i]);
                }
            );
        if (model.Inputs.Count > 0 && model.Outputs.Count > 0)
            writer.Line();
        foreach (var output in model.Outputs)
            writer.Block($"namespace {model.Namespace}.Outputs", () => OutputClassWriter.Write(writer, output));
        return writer.ToString();
    }
}
