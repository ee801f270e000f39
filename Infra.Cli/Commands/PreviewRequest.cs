using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary>What <c>infra preview</c> was asked, beside the stack.</summary>
internal sealed record PreviewRequest
{
    /// <summary>Whether the digest goes to standard output.</summary>
    public bool Json { get; init; }

    /// <summary>How much people see.</summary>
    public TreeDetail Detail { get; init; } = new();

    /// <summary>Beginning of the types to show. Default: all.</summary>
    public string? Filter { get; init; }

    /// <summary>Where to keep the plan. Default: nowhere.</summary>
    public string? Save { get; init; }

    /// <summary>What is deployed. Default: nothing.</summary>
    public string? Baseline { get; init; }

    /// <summary>The revision that is compared with. Default: none.</summary>
    public string? Against { get; init; }

    /// <summary>Whether all stacks are meant.</summary>
    public bool All { get; init; }

    /// <summary>Whether a comment for a pull request goes to standard output.</summary>
    public bool Markdown { get; init; }

    /// <summary>Whether something for programs goes to standard output.</summary>
    public bool IsDocument => Json || Markdown;

    /// <summary>The command line of the program. Default: the repository's own program.</summary>
    public string? Program { get; init; }

    /// <summary>Whether the guardrails are asked.</summary>
    public bool Guardrails { get; init; } = true;

    /// <summary>Whether it is said what the stack costs.</summary>
    public bool Cost { get; init; } = true;

    /// <summary>How long the program may be silent.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Names of resources whose data may be destroyed.</summary>
    public IReadOnlyCollection<string> Approved { get; init; } = [];
}
