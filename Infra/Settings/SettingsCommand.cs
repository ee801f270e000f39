using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Systems;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>
/// What the program answers without an engine: <c>settings --json</c> lists the settings in force in the stack of the environment
/// variables, <c>settings --deployable</c> says what in them keeps a deployment from beginning, <c>settings-schema [system]</c> describes all there are.
/// <c>infra config</c> and <c>infra up</c> ask.
/// </summary>
internal static class SettingsCommand
{
    private const int Ok = 0;
    private const int BadInput = 2;
    private const string Usage = "usage: Infra settings --json | Infra settings --deployable | Infra settings-schema [system]";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers and returns the exit code: 0, or 2 for input that cannot be used.</summary>
    /// <param name="args">The arguments of the program.</param>
    /// <param name="config">The configuration of the stack.</param>
    /// <param name="answer">Gets the JSON document.</param>
    /// <param name="complaints">Gets what is wrong.</param>
    public static int Run(string[] args, StackConfig config, TextWriter answer, TextWriter complaints) =>
        args switch
        {
            ["settings"] or ["settings", "--json"] => List(config, answer, complaints),
            ["settings", "--deployable"] => Deployable(config, complaints),
            ["settings-schema"] => Describe(config.Get($"{config.Project}:system"), answer, complaints),
            ["settings-schema", var system] => Describe(system, answer, complaints),
            _ => Refuse(complaints, Usage),
        };

    private static int List(StackConfig config, TextWriter answer, TextWriter complaints)
    {
        if (StackLoader.Load(config, out var problems) is not { } stack)
            return Refuse(complaints, Problems.Text(config.FileName, problems));
        var all = SettingsListing.Of(stack).Concat(SettingsListing.SecretsOf(stack, config.Project));
        var entries = new JsonArray([.. all.Select(entry => (JsonNode)entry.ToJson())]);
        answer.WriteLine(entries.ToJsonString(Indented));
        return Ok;
    }

    private static int Deployable(StackConfig config, TextWriter complaints)
    {
        if (StackLoader.Load(config, out var problems) is not { } stack)
            return Refuse(complaints, Problems.Text(config.FileName, problems));
        var placeholders = PlaceholderGuard.Problems(stack).ToList();
        return placeholders.Count == 0 ? Ok : Refuse(complaints, Problems.Text(config.FileName, placeholders));
    }

    private static int Describe(string? name, TextWriter answer, TextWriter complaints)
    {
        if (SystemCatalog.Find(name) is not { } system)
            return Refuse(complaints, $"system: got {name ?? "nothing"}, want {Spelling.OneOf(SystemCatalog.Names)}\n{Usage}");
        answer.WriteLine(SettingsSchema.Of(system).ToJsonString(Indented));
        return Ok;
    }

    private static int Refuse(TextWriter complaints, string text)
    {
        complaints.WriteLine(text);
        return BadInput;
    }
}
