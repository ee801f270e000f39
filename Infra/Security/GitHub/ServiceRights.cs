using System.Collections.Immutable;

namespace Infra.Security.GitHub;

/// <summary>What Pulumi does in one service of AWS, as prefixes of actions: what it looks at, and what it changes.</summary>
/// <param name="Service">The service as IAM calls it.</param>
/// <param name="Reads">Actions that show how a thing is set up, and not what is kept in it.</param>
/// <param name="Changes">Actions that make, change and delete things, and do not use them: no message sent, no function called, no row read.</param>
internal sealed record ServiceRights(string Service, ImmutableArray<string> Reads, ImmutableArray<string> Changes)
{
    /// <summary>The actions that look.</summary>
    public IEnumerable<string> ReadActions => Reads.Select(action => $"{Service}:{action}");

    /// <summary>The actions that change.</summary>
    public IEnumerable<string> ChangeActions => Changes.Select(action => $"{Service}:{action}");
}
