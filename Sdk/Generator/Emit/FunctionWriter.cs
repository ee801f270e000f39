using Generator.Model;

namespace Generator.Emit;

/// <summary>Writes a function: the static class that calls it, its arguments and its result.</summary>
internal static class FunctionWriter
{
    public static string Write(FunctionModel model)
    {
        var writer = new SourceWriter(
            "System",
            "System.Collections.Generic",
            "System.Collections.Immutable",
            "System.Threading.Tasks"
        );
        writer.Block(
            $"namespace {model.Namespace}",
            () =>
            {
                writer.Obsolete(model.Obsolete);
                writer.Block($"public static class {model.Name}", () => WriteCalls(writer, model));
                if (model.Args is not null)
                    InputClassWriter.Write(writer.Line(), model.Args);
                if (model.InvokeArgs is not null)
                    InputClassWriter.Write(writer.Line(), model.InvokeArgs);
                if (model.Result is not null)
                    OutputClassWriter.Write(writer.Line(), model.Result);
            }
        );
        return writer.ToString();
    }

    private static void WriteCalls(SourceWriter writer, FunctionModel model)
    {
        var result = model.Result is null ? "" : $"<{model.Result.Name}>";
        Write($"Task{result} InvokeAsync", "InvokeAsync", model.Args, "InvokeOptions? options = null");
        if (model.Result is null)
            return;
        Write($"Output{result} Invoke", "Invoke", model.InvokeArgs, "InvokeOptions? options = null");
        // An overload that differs in the type of its options only, so nothing before them may be left out.
        Write($"Output{result} Invoke", "Invoke", model.InvokeArgs, "InvokeOutputOptions options");

        void Write(string signature, string method, InputClass? args, string options)
        {
            if (method == "Invoke")
                writer.Line();
            var optional = model.ArgsAreOptional && options[options.Length - 1] == 'l';
            var parameter =
                args is null ? ""
                : optional ? $"{args.Name}? args = null, "
                : $"{args.Name} args, ";
            var argument = args is null ? "InvokeArgs.Empty" : $"args ?? new {args.Name}()";
            writer
                .Line($"public static {signature}({parameter}{options}) =>")
                .Indented(
                    $"global::Pulumi.Deployment.Instance.{method}{result}({Literals.String(model.Token)}, {argument}, options.WithDefaults());"
                );
        }
    }
}
