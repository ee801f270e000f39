using Review.Cost;

namespace Infra.Cli.Commands;

/// <summary>What <c>infra cost</c> was asked, beside the stacks.</summary>
internal sealed record CostRequest
{
    /// <summary>How it answers.</summary>
    public CostFormat Format { get; init; }

    /// <summary>Whether every resource is shown with every line.</summary>
    public bool Expand { get; init; }

    /// <summary>What is deployed. Default: nothing is compared.</summary>
    public string? Baseline { get; init; }

    /// <summary>Yen for a dollar. Default: dollars only.</summary>
    public decimal? Jpy { get; init; }

    /// <summary>Whether the assumptions are written as a file, and nothing else.</summary>
    public bool Template { get; init; }

    /// <summary>How the estimate is made.</summary>
    public required CostOptions Options { get; init; }
}
