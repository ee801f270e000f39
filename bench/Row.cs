namespace Bench;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Ours">What <c>infra preview</c> costs.</param>
/// <param name="Peer">What the Node SDK under mocks costs; nothing where it has no such program.</param>
internal sealed record Row(string Name, Measurement Ours, Measurement? Peer)
{
    /// <summary>How many resources; 0 for real stacks.</summary>
    public int Resources { get; init; }
}
