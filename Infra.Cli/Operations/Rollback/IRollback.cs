using System.Collections.Immutable;
using Infra.Cli.Output;

namespace Infra.Cli.Operations.Rollback;

/// <summary>A way back that has been looked up and not been gone.</summary>
internal interface IRollback
{
    /// <summary>The service or function, as people call it.</summary>
    string Key { get; }

    /// <summary>What serves now.</summary>
    string From { get; }

    /// <summary>What would serve.</summary>
    string To { get; }

    /// <summary>What is different in it. Values of variables are not told, names are.</summary>
    ImmutableArray<string> Differences { get; }

    /// <summary>The calls that would be made.</summary>
    ImmutableArray<ImmutableArray<string>> Calls { get; }

    /// <summary>What would bring the newer version back, and how to stay.</summary>
    string Afterwards { get; }

    /// <summary>Goes it, and waits for its end.</summary>
    Task RunAsync(Terminal terminal, CancellationToken cancellationToken);
}
