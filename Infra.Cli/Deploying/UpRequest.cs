namespace Infra.Cli.Deploying;

/// <summary>What <c>infra up</c> was asked, beside the stack.</summary>
internal sealed record UpRequest
{
    /// <summary>Whether nobody needs to be asked.</summary>
    public bool Yes { get; init; }

    /// <summary>The plan that was reviewed; nothing else is done. Default: none, what is shown now is what is done.</summary>
    public string? Plan { get; init; }

    /// <summary>Names of resources whose data may be destroyed.</summary>
    public IReadOnlyCollection<string> ApprovedReplacements { get; init; } = [];

    /// <summary>Names of resources that may allow somebody more than before.</summary>
    public IReadOnlyCollection<string> ApprovedBroadening { get; init; } = [];

    /// <summary>Whether what came of it goes to standard output as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether AWS is asked first what the resources are like now.</summary>
    public bool Refresh { get; init; }

    /// <summary>Why, for the history of the stack. Default: the commit that is deployed.</summary>
    public string? Message { get; init; }

    /// <summary>How many resources are worked on at once. Default: Pulumi's own number.</summary>
    public int? Parallel { get; init; }
}
