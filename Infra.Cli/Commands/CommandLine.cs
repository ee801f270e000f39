using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Engine.Text;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

internal static class CommandLine
{
    /// <summary>Runs a command line and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, Screen screen)
    {
        var parsed = Root(screen).Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpText)
            return Misunderstood(parsed, screen.Error);
        var configuration = new InvocationConfiguration
        {
            Output = screen.Document,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout =
                parsed.CommandResult.Command is ILongCommand ? TimeSpan.FromHours(4) : TimeSpan.FromSeconds(5),
        };
        return await parsed.InvokeAsync(configuration);
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(Screen screen)
    {
        var root = new RootCommand(
            "Previews the stacks of this repository offline: no cloud account, no credentials, no Pulumi CLI."
        )
        {
            new PreviewCommand(screen),
            new CompareCommand(screen),
            new ChecklistCommand(screen),
            new RunbookCommand(screen),
            new CheckCommand(screen),
            new CostCommand(screen),
            new GraphCommand(screen),
            new ExportCommand(screen),
            new ConfigCommand(screen),
            new ReportCommand(screen),
            new StacksCommand(screen),
            new UseCommand(screen),
            new UpCommand(screen),
            new RefreshCommand(screen),
            new DestroyCommand(screen),
            new OutputsCommand(screen),
            new CancelCommand(screen),
            new DbCommand(screen),
            new LogsCommand(screen),
            new RollbackCommand(screen),
            new RestoreCommand(screen),
            HaltCommand.Stop(screen),
            HaltCommand.Start(screen),
            new UserCommand(screen),
            new StateCommand(screen),
        };
        foreach (var option in root.Options)
            if (option is HelpOption help)
                help.Action = new HelpText(screen.Out);
        root.SetAction(parsed => new HelpText(screen.Out).Invoke(parsed));
        return root;
    }

    private static int Misunderstood(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var path = HelpText.Path(command);
        var words = command.Options.Select(option => option.Name).Concat(command.Subcommands.Select(sub => sub.Name)).ToList();
        terminal.WriteLine($"{path}: {Words.Count(parsed.Errors.Count, "problem")}");
        foreach (var error in parsed.Errors)
            terminal.WriteLine($"  {Text(error)}");
        foreach (var word in parsed.UnmatchedTokens)
            if (Suggestion.Nearest(word, words) is { } meant)
                terminal.WriteLine($"  {word}: did you mean {meant}?");
        terminal.WriteLine($"{path} --help shows what is understood");
        return ExitCodes.BadInput;
    }

    private static string Text(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens.Count: 0, Argument: { } missing }
        && error.SymbolResult.Parent is CommandResult
            ? $"<{missing.Name}>: got nothing, want it: {missing.Description}"
            : error.Message;
}
