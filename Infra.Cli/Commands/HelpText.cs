using System.CommandLine;
using System.CommandLine.Invocation;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary>The help of a command: what it does, how it is written, examples that work, exit codes.</summary>
internal sealed class HelpText(Terminal terminal) : SynchronousCommandLineAction
{
    /// <summary>What the numbers mean; the same for every command.</summary>
    public const string Codes =
        "0 fine, 1 findings, 2 bad input, 3 refused for safety, 4 the program failed, 5 a tool is missing";

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        terminal.WriteLine(command.Description ?? "");
        Heading("Usage");
        terminal.WriteLine($"  {Usage(command)}");
        Table("Commands", command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description)));
        Table("Arguments", command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Table("Options", command.Options.Where(option => !option.Hidden).Select(option => (Written(option), option.Description)));
        var examples = command is InfraCommand one ? one.Examples : [.. command.Subcommands.Select(First).OfType<Example>()];
        Table("Examples", examples.Select(example => ($"infra {example.Arguments}", (string?)example.Explanation)));
        Table("Exit codes", [(Codes, null)]);
        return ExitCodes.Fine;
    }

    /// <summary>A command with those above it: <c>infra config schema</c>.</summary>
    public static string Path(Command command) =>
        command is RootCommand ? "infra"
        : command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}"
        : command.Name;

    private static Example? First(Command command) =>
        command is InfraCommand one ? one.Examples[0] : command.Subcommands.Select(First).FirstOrDefault();

    private static string Usage(Command command)
    {
        var parts = new List<string> { Path(command) };
        if (command.Subcommands.Count > 0 && command is not InfraCommand)
            parts.Add("<command>");
        foreach (var argument in command.Arguments)
            parts.Add(argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : $"<{argument.Name}>");
        parts.Add("[options]");
        return string.Join(' ', parts);
    }

    private static string Written(Option option)
    {
        var names = string.Join(
            ", ",
            option.Aliases.Where(alias => alias.StartsWith("-h", StringComparison.Ordinal)).Prepend(option.Name)
        );
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
            ? names
            : $"{names} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";
    }

    private void Heading(string title)
    {
        terminal.WriteLine();
        terminal.WriteLine(title, Style.Strong);
    }

    private void Table(string title, IEnumerable<(string Name, string? Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        Heading(title);
        var widest = all.Max(row => row.Name.Length);
        foreach (var (name, text) in all)
        {
            var line = new Line().Add("  ").Add(name);
            terminal.WriteLine(text is null ? line : line.PadTo(widest + 4).Add(text), cut: false);
        }
    }
}
