using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Infra.Cli.Output;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>infra config</c>: what is in force in a stack, and who says so.</summary>
internal sealed class ConfigCommand : InfraCommand
{
    private readonly StackArguments _stack;
    private readonly Option<bool> _json = StackArguments.JsonOption("Settings and configuration as JSON");

    /// <summary>Describes the command.</summary>
    public ConfigCommand(Screen screen)
        : base(
            "config",
            "Shows every setting in force in a stack: its value, where it is set, what is allowed. Secrets are masked.",
            screen
        )
    {
        _stack = new StackArguments(this);
        Add(_json);
        Add(new ConfigSchemaCommand(screen));
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [new("config dev", "a tree of all settings, then the raw configuration"), new("config prod --json", "the same for a script")];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = _stack.Target(arguments);
        var settings = await SettingsInForce.OfAsync(target, cancellationToken);
        if (arguments.GetValue(_json))
            Json.Write(Screen.Document, writer => Document(writer, target, settings));
        else
            Tree(target, settings);
        foreach (var warning in target.Configuration.Warnings)
            Screen.Error.WriteLine($"warning: {warning}", Style.Change);
        return ExitCodes.Fine;
    }

    private void Tree(StackTarget target, List<Setting> settings)
    {
        var parts = new[] { target.Project.Name, target.File.Stack, target.Plain($"{target.Project.Name}:system") };
        Screen.Out.WriteLine(string.Join(" · ", parts.OfType<string>()), Style.Strong);
        Screen.Out.WriteLine();
        if (settings.Count > 0)
        {
            SettingTree.Write(Screen.Out, settings);
            Screen.Out.WriteLine();
        }
        var rows = new TableRows("configuration", "value", "set in");
        foreach (var entry in SettingsInForce.Others(target, settings))
            rows.Add(Style.Plain, entry.Key, entry.Display, entry.Source);
        rows.Write(Screen.Out);
    }

    private static void Document(Utf8JsonWriter writer, StackTarget target, List<Setting> settings)
    {
        writer.WriteStartObject();
        writer.WriteString("project", target.Project.Name);
        writer.WriteString("stack", target.File.Stack);
        writer.WriteStartArray("settings");
        foreach (var setting in settings)
        {
            writer.WriteStartObject();
            writer.WriteString("path", setting.Path);
            writer.WritePropertyName("value");
            setting.Value.WriteTo(writer);
            writer.WriteString("unit", setting.Unit);
            writer.WriteString("allowed", setting.Allowed);
            writer.WriteString("description", setting.Description);
            writer.WriteString("source", setting.Source);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartObject("config");
        foreach (var entry in target.Configuration.Entries.Values)
        {
            writer.WriteStartObject(entry.Key);
            writer.WriteString("value", entry.Display);
            writer.WriteBoolean("secret", entry.IsSecret);
            writer.WriteString("source", entry.Source);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
