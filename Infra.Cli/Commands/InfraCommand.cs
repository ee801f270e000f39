using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary>A command of <c>infra</c>: what it does, examples, and errors turned into text and exit code in one place.</summary>
internal abstract class InfraCommand : Command
{
    /// <summary>Names the command.</summary>
    protected InfraCommand(string name, string description, Screen screen)
        : base(name, description)
    {
        Screen = screen;
        SetAction(GuardAsync);
    }

    /// <summary>Command lines to learn from; every one is run by a test.</summary>
    public abstract ImmutableArray<Example> Examples { get; }

    /// <summary>Where the command writes.</summary>
    protected Screen Screen { get; }

    /// <summary>Does the work and returns the exit code.</summary>
    protected abstract Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken);

    private async Task<int> GuardAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(arguments, cancellationToken);
        }
        catch (InputException problem)
        {
            Screen.Error.WriteLine(problem.Message);
            return ExitCodes.BadInput;
        }
        catch (CommandException problem)
        {
            Screen.Error.WriteLine(problem.Message);
            return problem.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Screen.Error.WriteLine("cancelled");
            return ExitCodes.Cancelled;
        }
        catch (Exception defect) when (Environment.GetEnvironmentVariable("INFRA_DEBUG") is null or "")
        {
            // Nobody but its authors can act on a stack trace, and they can ask for it.
            Screen.Error.WriteLine($"infra {Name}: {defect.Message}");
            Screen.Error.WriteLine("This is a defect of infra; INFRA_DEBUG=1 shows where.", Style.Faint);
            return ExitCodes.ProgramFailed;
        }
    }
}
