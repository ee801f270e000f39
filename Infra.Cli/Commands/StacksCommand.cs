using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Infra.Cli.Output;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary><c>infra stacks</c>: which stacks there are.</summary>
internal sealed class StacksCommand : InfraCommand
{
    private readonly Option<string?> _project = StackArguments.ProjectOption();
    private readonly Option<bool> _json = StackArguments.JsonOption("The list as JSON");

    private readonly Option<bool> _noCount = new("--no-count")
    {
        Description = "Leaves out the count, for which every stack is previewed; for scripts that want names only",
    };

    /// <summary>Describes the command.</summary>
    public StacksCommand(Screen screen)
        : base(
            "stacks",
            "Lists the stacks of the project: system, environment, account, region, number of resources and file of each. The selected one is marked.",
            screen
        )
    {
        Add(_json);
        Add(_noCount);
        Add(_project);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [new("stacks", "a table of all stacks"), new("stacks --json --no-count", "for a script that wants no more than the names")];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var project = StackTarget.FindProject(arguments.GetValue(_project));
        var count = !arguments.GetValue(_noCount);
        var stacks = new List<StackSummary>();
        foreach (var stack in StackSummary.Of(project))
            stacks.Add(count ? await ResourceCount.AddAsync(stack, cancellationToken) : stack);
        if (arguments.GetValue(_json))
            Json.Write(Screen.Document, writer => Write(writer, stacks));
        else
            Table(stacks, count, project.Directory);
        foreach (var problem in stacks.Select(stack => stack.Problem).OfType<string>())
            Screen.Error.WriteLine(problem);
        return stacks.Any(stack => stack.Problem is not null) ? ExitCodes.BadInput : ExitCodes.Fine;
    }

    private static void Write(Utf8JsonWriter writer, List<StackSummary> stacks)
    {
        writer.WriteStartArray();
        foreach (var stack in stacks)
        {
            writer.WriteStartObject();
            writer.WriteString("name", stack.Name);
            writer.WriteString("system", stack.System);
            writer.WriteString("environment", stack.Environment);
            writer.WriteString("accountId", stack.AccountId);
            writer.WriteString("region", stack.Region);
            if (stack.Resources is { } resources)
                writer.WriteNumber("resources", resources);
            else
                writer.WriteNull("resources");
            writer.WriteString("file", stack.File);
            writer.WriteBoolean("selected", stack.Selected);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private void Table(List<StackSummary> stacks, bool count, string folder)
    {
        if (stacks.Count == 0)
        {
            Screen.Out.WriteLine($"{folder} has no stack file (Pulumi.<stack>.yaml)");
            return;
        }
        // A column without heading and cells is left out.
        var resources = count ? "resources" : "";
        var rows = new TableRows("", "stack", "system", "environment", "account", "region", resources, "file");
        foreach (var stack in stacks)
            rows.Add(
                stack.Selected ? Style.Strong : Style.Plain,
                stack.Selected ? "*" : "",
                stack.Name,
                stack.System ?? "-",
                stack.Environment ?? "-",
                stack.AccountId ?? "-",
                stack.Region ?? "-",
                count ? (stack.Resources?.ToString(CultureInfo.InvariantCulture) ?? "-").PadLeft(resources.Length) : "",
                stack.File
            );
        rows.Write(Screen.Out);
    }
}
