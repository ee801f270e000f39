using System.Collections.Immutable;
using Infra.Cli.Output;

namespace Infra.Cli.Operations.Restore;

/// <summary>A restore that has been looked up and not been begun.</summary>
/// <param name="stack">Whose.</param>
internal abstract class RestoreRun(OperatedStack stack)
{
    // Half an hour at least, and hours for large ones.
    private static readonly TimeSpan Limit = TimeSpan.FromHours(6);

    /// <summary>What is restored.</summary>
    public required string Source { get; init; }

    /// <summary>What will be made beside it.</summary>
    public required string Target { get; init; }

    /// <summary>How far back it goes.</summary>
    public required RestoreWindow Window { get; init; }

    /// <summary>The call that begins it.</summary>
    public required ImmutableArray<string> Call { get; init; }

    /// <summary>What people do when it is there.</summary>
    public abstract ImmutableArray<RestoreStep> Rest { get; }

    /// <summary>Whose it is.</summary>
    protected OperatedStack Stack { get; } = stack;

    /// <summary>Who makes it, as people call the service.</summary>
    protected abstract string Service { get; }

    /// <summary>Begins it, and waits until the new one can be used.</summary>
    public async Task RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        await Stack.Aws.MakeAsync(Call, cancellationToken, repeatable: false);
        await new Waiting(Stack, terminal, Limit).UntilAsync(Target, LookAsync, $"{Service} goes on with it.", cancellationToken);
    }

    /// <summary>How the new one is, in a few words, and whether it can be used.</summary>
    protected abstract Task<(string State, bool Done)> LookAsync(CancellationToken cancellationToken);

    /// <summary>The new name belongs to something already.</summary>
    protected static CommandException Taken(string target, string? status) =>
        new(ExitCodes.Refused, $"{target}: refused, it is there already ({status}); take another name with --target");
}
