using System.Collections.Immutable;
using Engine.Planning;
using Engine.Projects;
using Infra.Cli.Stacks;
using Review.Changes;
using Review.Comparison;
using Review.Cost;
using Review.Cost.Savings;
using Review.Drawing;
using Review.Guardrails;
using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>All that a report says of a stack, known before a byte of it is written.</summary>
internal sealed record StackReport
{
    /// <summary>The plan of the stack as if it were new, with stand-ins.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The resources of that plan.</summary>
    public required StackModel Model { get; init; }

    /// <summary>What the guardrails say.</summary>
    public required GuardrailReport Guardrails { get; init; }

    /// <summary>The system it builds. Default: the stack file does not say it.</summary>
    public string? System { get; init; }

    /// <summary>What it is for. Default: the stack file does not say it.</summary>
    public string? Environment { get; init; }

    /// <summary>The settings in force; none for a program of another language.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Further configuration, told as it stands.</summary>
    public ImmutableArray<ConfigEntry> Configuration { get; init; } = [];

    /// <summary>What it looks like. Default: nobody drew it.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What it costs in a month. Default: nobody estimated it.</summary>
    public CostEstimate? Cost { get; init; }

    /// <summary>What it could cost less. Default: nobody looked.</summary>
    public SavingsReport? Savings { get; init; }

    /// <summary>What a deployment changes. Default: nothing is known of what is deployed.</summary>
    public PlanChanges? Changes { get; init; }

    /// <summary>How another environment differs. Default: none was asked for.</summary>
    public StackComparison? Comparison { get; init; }
}
