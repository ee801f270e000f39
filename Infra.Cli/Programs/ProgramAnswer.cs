using System.Text;
using Engine.Programs;
using Infra.Cli.Stacks;

namespace Infra.Cli.Programs;

/// <summary>What the repository's program answers when it is asked about itself rather than run: its settings, and their schema.</summary>
/// <param name="ExitCode">0, or 2 for input that it cannot use.</param>
/// <param name="Text">The answer, a JSON document.</param>
/// <param name="Complaints">What is wrong, for people.</param>
internal sealed record ProgramAnswer(int ExitCode, string Text, string Complaints)
{
    /// <summary>Asks the program.</summary>
    /// <param name="arguments">The question.</param>
    /// <param name="target">The stack it is about. Default: about none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ProgramAnswer> AskAsync(string[] arguments, StackTarget? target, CancellationToken cancellationToken)
    {
        var (text, complaints) = (new StringBuilder(), new StringBuilder());
        var exit = await OwnProgram
            .With(arguments)
            .RunAsync(
                new()
                {
                    Environment = Variables(target),
                    WorkingDirectory = target?.Project.Directory ?? Environment.CurrentDirectory,
                    Print = line =>
                    {
                        lock (text)
                            (line.IsError ? complaints : text).Append(line.Text).Append('\n');
                    },
                },
                cancellationToken
            );
        if (exit.Crash is { } crash)
            complaints.Append(crash).Append('\n');
        return new(exit.Code, text.ToString(), complaints.ToString());
    }

    /// <summary>Ends the command where the program could not answer.</summary>
    /// <exception cref="CommandException">With what it says.</exception>
    public void Require()
    {
        if (ExitCode != ExitCodes.Fine)
            throw new CommandException(
                ExitCode == ExitCodes.BadInput ? ExitCodes.BadInput : ExitCodes.ProgramFailed,
                Complaints.TrimEnd()
            );
    }

    private static Dictionary<string, string?> Variables(StackTarget? target) =>
        target is null
            ? []
            : new()
            {
                ["PULUMI_PROJECT"] = target.Project.Name,
                ["PULUMI_STACK"] = target.File.Stack,
                ["PULUMI_CONFIG"] = target.Configuration.ProgramConfig,
                ["PULUMI_CONFIG_SECRET_KEYS"] = target.Configuration.ProgramSecretKeys,
            };
}
