using System.Collections.Immutable;
using Infra.Cli.Output;

namespace Infra.Cli.Operations.Restore;

/// <summary>A restore that has been looked up and not been begun.</summary>
internal interface IRestore
{
    /// <summary>What is restored.</summary>
    string Source { get; }

    /// <summary>What will be made beside it.</summary>
    string Target { get; }

    /// <summary>How far back it goes.</summary>
    RestoreWindow Window { get; }

    /// <summary>The call that begins it.</summary>
    ImmutableArray<string> Call { get; }

    /// <summary>What people do when it is there.</summary>
    ImmutableArray<RestoreStep> Rest { get; }

    /// <summary>Begins it, and waits until the new one can be used.</summary>
    Task RunAsync(Terminal terminal, CancellationToken cancellationToken);
}
