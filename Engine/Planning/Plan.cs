using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Planning;

/// <summary>How serious a diagnostic is.</summary>
public enum Severity
{
    /// <summary>To know.</summary>
    Info,

    /// <summary>To look at.</summary>
    Warning,

    /// <summary>The preview failed because of it.</summary>
    Error,
}

/// <summary>Something the program or the engine has to say. Secrets are masked before one is made.</summary>
public sealed record Diagnostic(Severity Severity, string Message, string? Urn = null);

/// <summary>A fact the engine answered in place of the cloud, and where it took it from.</summary>
/// <param name="Name">What was asked, for example <c>account</c>.</param>
/// <param name="Value">What was answered.</param>
/// <param name="Source">The place to change it, for example <c>Pulumi.dev.yaml</c>.</param>
public sealed record Assumption(string Name, string Value, string Source);

/// <summary>What a deployment would do, and what was learnt on the way.</summary>
public sealed record Plan
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>Effective configuration by full key, secrets shown as <c>[secret]</c>.</summary>
    public ImmutableSortedDictionary<string, string> Config { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Every step, unchanged resources and internal ones too.</summary>
    public required ImmutableArray<PlanStep> Steps { get; init; }

    /// <summary>What was said, in the order in which it was said.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What was answered offline.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>What the stack would output.</summary>
    public ObjectValue Outputs { get; init; } = ObjectValue.Empty;

    /// <summary>How long program and engine took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How many steps of each kind, internal ones left out, and reads that read what was known already.</summary>
    public ChangeCounts ChangeSummary =>
        new(
            Steps.Where(step =>
                !step.Internal && (step.Op != StepOp.Read || (step.Old is { } old && !old.Outputs.Equals(step.New?.Outputs)))
            )
        );
}
