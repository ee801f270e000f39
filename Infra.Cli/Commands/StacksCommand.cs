using System.Collections.Immutable;
using System.CommandLine;
using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>infra stacks</c>: which stacks there are.</summary>
internal sealed class StacksCommand : InfraCommand
{
    private readonly Option<string?> _project = StackArguments.ProjectOption();
    private readonly Option<bool> _json = StackArguments.JsonOption("The list as JSON");

    /// <summary>Describes the command.</summary>
    public StacksCommand(Screen screen)
        : base(
            "stacks",
            "Lists the stacks of the project: system, environment, region and file of each. The selected one is marked.",
            screen
        )
    {
        Add(_json);
        Add(_project);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [new("stacks", "a table of all stacks"), new("stacks --json", "the same for a script")];

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var project = StackTarget.FindProject(arguments.GetValue(_project));
        var stacks = StackSummary.Of(project).ToList();
        var json = arguments.GetValue(_json);
        if (json)
            Json.Write(Screen.Document, writer => Write(writer, stacks));
        else
            Table(stacks, project.Directory);
        foreach (var problem in stacks.Select(stack => stack.Problem).OfType<string>())
            Screen.Error.WriteLine(problem);
        return Task.FromResult(stacks.Any(stack => stack.Problem is not null) ? ExitCodes.BadInput : ExitCodes.Fine);
    }

    private static void Write(System.Text.Json.Utf8JsonWriter writer, List<StackSummary> stacks)
    {
        writer.WriteStartArray();
        foreach (var stack in stacks)
        {
            writer.WriteStartObject();
            writer.WriteString("name", stack.Name);
            writer.WriteString("system", stack.System);
            writer.WriteString("environment", stack.Environment);
            writer.WriteString("region", stack.Region);
            writer.WriteString("file", stack.File);
            writer.WriteBoolean("selected", stack.Selected);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private void Table(List<StackSummary> stacks, string folder)
    {
        if (stacks.Count == 0)
        {
            Screen.Out.WriteLine($"{folder} has no stack file (Pulumi.<stack>.yaml)");
            return;
        }
        var rows = new TableRows("", "stack", "system", "environment", "region", "file");
        foreach (var stack in stacks)
            rows.Add(
                stack.Selected ? Style.Strong : Style.Plain,
                stack.Selected ? "*" : "",
                stack.Name,
                stack.System ?? "-",
                stack.Environment ?? "-",
                stack.Region ?? "-",
                stack.File
            );
        rows.Write(Screen.Out);
    }
}
