using System.Collections.Generic;
using System.Linq;
using Generator.Model;

namespace Generator.Emit;

/// <summary>
/// Writes the classes of all object types of one namespace: those a user fills in one file, those the SDK fills in another. A file
/// a type would be a thousand small files, which the compiler takes notably longer to read.
/// </summary>
internal static class TypeWriter
{
    public static string? WriteInputs(string @namespace, IEnumerable<TypeModel> types)
    {
        var classes = types.SelectMany(type => type.Inputs).ToList();
        var writer = new SourceWriter("System", "System.Collections.Generic", "System.Collections.Immutable");
        writer.Block($"namespace {@namespace}.Inputs", () => writer.Separated(classes, InputClassWriter.Write));
        return classes.Count == 0 ? null : writer.ToString();
    }

    public static string? WriteOutputs(string @namespace, IEnumerable<TypeModel> types)
    {
        var classes = types.SelectMany(type => type.Outputs).ToList();
        var writer = new SourceWriter("System", "System.Collections.Immutable");
        writer.Block($"namespace {@namespace}.Outputs", () => writer.Separated(classes, OutputClassWriter.Write));
        return classes.Count == 0 ? null : writer.ToString();
    }
}
