using System.Linq;
using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes a resource class, then its arguments and its state.</summary>
internal static class ResourceWriter
{
    public static string Write(ResourceModel model)
    {
        var writer = new SourceWriter("System", "System.Collections.Generic", "System.Collections.Immutable");
        writer.Block(
            $"namespace {model.Namespace}",
            () =>
            {
                WriteClass(writer, model);
                InputClassWriter.Write(writer.Line(), model.Args);
                if (model.State is not null)
                    InputClassWriter.Write(writer.Line(), model.State);
            }
        );
        return writer.ToString();
    }

    private static void WriteClass(SourceWriter writer, ResourceModel model)
    {
        var baseClass = model.Kind switch
        {
            ResourceKind.Component => "ComponentResource",
            ResourceKind.Provider => "ProviderResource",
            _ => "CustomResource",
        };
        writer
            .Obsolete(model.Obsolete)
            .Line($"[{model.AttributeName}({Literals.String(model.Token)})]")
            .Block(
                $"public partial class {model.Name} : global::Pulumi.{baseClass}",
                () =>
                {
                    foreach (var output in model.Outputs)
                        writer
                            .Line($"[Output({Literals.String(output.Wire)})]")
                            .Line(
                                $"public {Keywords.Hiding(output.Name)}Output<{output.Type}> {output.Name} {{ get; private set; }} = null!;"
                            )
                            .Line();
                    WriteConstructors(writer, model);
                    if (HasOwnOptions(model))
                        WriteOptions(writer, model);
                    if (model.Kind == ResourceKind.Custom)
                        WriteGet(writer.Line(), model);
                }
            );
    }

    private static void WriteConstructors(SourceWriter writer, ResourceModel model)
    {
        var token = Literals.String(model.BaseToken);
        var args = model.ArgsAreOptional ? $"{model.Args.Name}? args = null" : $"{model.Args.Name} args";
        var remote = model.Kind == ResourceKind.Component ? ", remote: true" : "";
        var make = HasOwnOptions(model) ? "MakeResourceOptions" : "Utilities.MakeResourceOptions";
        writer.Line($"public {model.Name}(string name, {args}, {Options(model)}? options = null)");
        writer.Indented($": base({token}, name, args ?? new {model.Args.Name}(), {make}(options, \"\"){remote}) {{ }}");
        if (model.Kind != ResourceKind.Custom)
            return;
        var (stateParameter, state) = model.State is null ? ("", "null") : ($"{model.State.Name}? state = null, ", "state");
        writer
            .Line()
            .Line($"private {model.Name}(string name, Input<string> id, {stateParameter}{Options(model)}? options = null)")
            .Indented($": base({token}, name, {state}, {make}(options, id)) {{ }}");
    }

    // What all resources of a package share is said once, in Utilities; the compiler and the JIT see it once.
    private static void WriteOptions(SourceWriter writer, ResourceModel model)
    {
        var options = Options(model);
        writer
            .Line()
            .Line($"private static {options} MakeResourceOptions({options}? options, Input<string>? id) =>")
            .Indented($"Utilities.MakeResourceOptions(options, id, new {options}")
            .Indented("{");
        if (model.AliasTypes.Count > 0)
            writer.Indented($"    Aliases = {{ {string.Join(", ", model.AliasTypes.Select(Alias))} }},");
        if (model.SecretOutputs.Count > 0)
            writer.Indented(
                $"    AdditionalSecretOutputs = {{ {string.Join(", ", model.SecretOutputs.Select(Literals.String))} }},"
            );
        writer.Indented("});");
    }

    private static void WriteGet(SourceWriter writer, ResourceModel model)
    {
        var (parameter, argument) = model.State is null ? ("", "") : ($"{model.State.Name}? state = null, ", "state, ");
        writer
            .Line(
                $"public static {model.Name} Get(string name, Input<string> id, {parameter}{Options(model)}? options = null) =>"
            )
            .Indented($"new {model.Name}(name, id, {argument}options);");
    }

    private static bool HasOwnOptions(ResourceModel model) => model.AliasTypes.Count + model.SecretOutputs.Count > 0;

    private static string Options(ResourceModel model) =>
        model.Kind == ResourceKind.Component ? "ComponentResourceOptions" : "CustomResourceOptions";

    private static string Alias(string type) => $"new global::Pulumi.Alias {{ Type = {Literals.String(type)} }}";
}
