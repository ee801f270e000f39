using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes what the other files of a package share.</summary>
internal static class UtilitiesWriter
{
    public static string Write(PackageModel model)
    {
        var writer = new SourceWriter("System", "System.Globalization");
        writer.Block(
            $"namespace {model.RootNamespace}",
            () =>
            {
                writer.Block("internal static class Utilities", () => WriteMembers(writer, model.Version)).Line();
                writer
                    .Line($"internal sealed class {model.AttributeName}Attribute(string type)")
                    .Indented(": global::Pulumi.ResourceTypeAttribute(type, Utilities.Version);");
            }
        );
        return writer.ToString();
    }

    private static void WriteMembers(SourceWriter writer, string version)
    {
        writer
            .Line($"public const string Version = {Literals.String(version)};")
            .Line()
            .Block(
                "public static string? GetEnv(params string[] names)",
                () =>
                    writer
                        .Line("foreach (var name in names)")
                        .Indented("if (Environment.GetEnvironmentVariable(name) is { } value)")
                        .Indented("    return value;")
                        .Line("return null;")
            )
            .Line()
            .Line("public static bool? GetEnvBoolean(params string[] names) =>")
            .Indented("GetEnv(names) switch")
            .Indented("{")
            .Indented("    \"1\" or \"t\" or \"T\" or \"true\" or \"TRUE\" or \"True\" => true,")
            .Indented("    \"0\" or \"f\" or \"F\" or \"false\" or \"FALSE\" or \"False\" => false,")
            .Indented("    _ => null,")
            .Indented("};")
            .Line()
            .Line("public static int? GetEnvInt32(params string[] names) =>")
            .Indented(
                "int.TryParse(GetEnv(names), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;"
            )
            .Line()
            .Line("public static double? GetEnvDouble(params string[] names) =>")
            .Indented(
                "double.TryParse(GetEnv(names), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;"
            );
        foreach (var options in new[] { "CustomResourceOptions", "ComponentResourceOptions" })
            writer
                .Line()
                .Block(
                    $"public static {options} MakeResourceOptions({options}? options, Input<string>? id, {options}? defaults = null)",
                    () =>
                        writer
                            .Line($"defaults ??= new {options}();")
                            .Line("defaults.Version = Version;")
                            .Line($"var merged = {options}.Merge(defaults, options);")
                            .Line("merged.Id = id ?? merged.Id;")
                            .Line("return merged;")
                );
        foreach (var options in new[] { "InvokeOptions", "InvokeOutputOptions" })
            writer
                .Line()
                .Block(
                    $"public static global::Pulumi.{options} WithDefaults(this global::Pulumi.{options}? options)",
                    () =>
                        writer
                            .Line($"var result = options ?? new global::Pulumi.{options}();")
                            .Line("result.Version ??= Version;")
                            .Line("return result;")
                );
    }
}
