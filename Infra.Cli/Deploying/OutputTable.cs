using System.Text.Json;
using Infra.Cli.Output;
using Pulumi.Automation;

namespace Infra.Cli.Deploying;

/// <summary>The outputs of a stack, in the order of their names; what is secret is told as that.</summary>
internal static class OutputTable
{
    private const string Masked = "[secret]";

    /// <summary>A line each.</summary>
    public static void Write(Terminal terminal, IReadOnlyDictionary<string, OutputValue> outputs, bool showSecrets)
    {
        var width = outputs.Count == 0 ? 0 : outputs.Keys.Max(name => name.Length);
        foreach (var (name, value) in Sorted(outputs))
            terminal.WriteLine(new Line().Add(name.PadRight(width + 2), Style.Strong).Add(Text(value, showSecrets)), cut: false);
    }

    /// <summary>The members of an object.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, OutputValue> outputs, bool showSecrets)
    {
        foreach (var (name, value) in Sorted(outputs))
        {
            writer.WritePropertyName(name);
            if (value.IsSecret && !showSecrets)
                writer.WriteStringValue(Masked);
            else
                JsonSerializer.SerializeToElement(value.Value).WriteTo(writer);
        }
    }

    /// <summary>A value as people read it: a text as it is, anything else as JSON.</summary>
    public static string Text(OutputValue output, bool showSecrets) =>
        output.IsSecret && !showSecrets ? Masked
        : output.Value is string text ? text
        : JsonSerializer.Serialize(output.Value);

    private static IEnumerable<KeyValuePair<string, OutputValue>> Sorted(IReadOnlyDictionary<string, OutputValue> outputs) =>
        outputs.OrderBy(output => output.Key, StringComparer.Ordinal);
}
