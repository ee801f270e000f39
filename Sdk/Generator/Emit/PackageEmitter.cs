using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Model;

namespace Generator.Emit;

/// <summary>
/// Writes a package: one file for each resource and function, for each namespace one with its inputs, outputs and enums, and one
/// that all share.
/// </summary>
internal static class PackageEmitter
{
    public static IEnumerable<SourceUnit> Emit(PackageModel model)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (@namespace, name, text) in Files(model))
            if (text is not null)
                yield return new SourceUnit(HintName(@namespace, name), text);

        // Roslyn compares hint names without case, C# its classes with.
        string HintName(string @namespace, string name)
        {
            var hint = $"{@namespace}.{name}";
            var unique = hint;
            for (var i = 2; !taken.Add(unique); i++)
                unique = $"{hint}.{i}";
            return unique + ".g.cs";
        }
    }

    private static IEnumerable<(string Namespace, string Name, string? Text)> Files(PackageModel model)
    {
        yield return (model.RootNamespace, "Utilities", UtilitiesWriter.Write(model));
        foreach (var resource in model.Resources)
            yield return (resource.Namespace, resource.Name, ResourceWriter.Write(resource));
        foreach (var function in model.Functions)
            yield return (function.Namespace, function.Name, FunctionWriter.Write(function));
        foreach (var types in model.Types.GroupBy(type => type.Namespace))
        {
            yield return (types.Key, "Inputs", TypeWriter.WriteInputs(types.Key, types));
            yield return (types.Key, "Outputs", TypeWriter.WriteOutputs(types.Key, types));
        }
        foreach (var enums in model.Enums.GroupBy(type => type.Namespace))
            yield return (enums.Key, "Enums", EnumWriter.Write(enums.Key, enums));
    }
}
