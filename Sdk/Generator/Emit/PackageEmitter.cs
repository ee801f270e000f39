using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes a package: one file for each resource, function, enum and object type, and one they share.</summary>
internal static class PackageEmitter
{
    public static IEnumerable<SourceUnit> Emit(PackageModel model)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Files().Select(file => new SourceUnit(HintName(file.Namespace, file.Name), file.Text));

        IEnumerable<(string Namespace, string Name, string Text)> Files()
        {
            yield return (model.RootNamespace, "Utilities", UtilitiesWriter.Write(model));
            foreach (var resource in model.Resources)
                yield return (resource.Namespace, resource.Name, ResourceWriter.Write(resource));
            foreach (var function in model.Functions)
                yield return (function.Namespace, function.Name, FunctionWriter.Write(function));
            foreach (var type in model.Types)
                yield return (type.Namespace, "Types." + type.Name, TypeWriter.Write(type));
            foreach (var type in model.Enums)
                yield return (type.Namespace, type.Name, EnumWriter.Write(type));
        }

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
}
