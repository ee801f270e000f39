using Engine.Model;
using Engine.Planning;
using Infra.Cli.Output;
using Pulumi.Automation.Events;

namespace Infra.Cli.Deploying.Progress;

/// <summary>What the engine says while it works, kept for the end: its steps, its errors. Events come one after the other.</summary>
/// <param name="stack">The stack, for messages.</param>
internal sealed class EngineLog(string stack)
{
    private readonly Dictionary<string, EngineStep> _steps = new(StringComparer.Ordinal);
    private readonly List<EngineStep> _order = [];
    private readonly List<(string? Urn, string Message)> _errors = [];

    /// <summary>The steps that do something, in the order in which they started, one for each resource.</summary>
    public IReadOnlyList<EngineStep> Steps => _order;

    /// <summary>What went wrong, without its colours.</summary>
    public IReadOnlyList<(string? Urn, string Message)> Errors => _errors;

    /// <summary>Takes the next event.</summary>
    public void Take(EngineEvent next)
    {
        if (next.ResourcePreEvent is { Metadata: var started } && EngineStep.OfOperation(started.Op) is { } op)
            Add(new(op, started.Urn, started.Type, started.New?.Parent ?? started.Old?.Parent));
        if (next.DiagnosticEvent is { Severity: "error" } said && said.Message.Trim() is { Length: > 0 } message)
            _errors.Add((said.Urn, Plain(message)));
    }

    /// <summary>Tells the errors, each at its resource.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TellErrors(Terminal terminal)
    {
        foreach (var (urn, message) in _errors)
            terminal.WriteLine(
                $"error: {(urn is null or "" || Urns.Type(urn) == Urns.StackType ? stack : Names.Of(urn))}: {message}",
                Style.Danger
            );
        return _errors.Count > 0;
    }

    private void Add(EngineStep step)
    {
        // A replacement is told in parts, and a create may turn out to be part of one.
        if (_steps.TryAdd(step.Urn, step))
            _order.Add(step);
        else if (step.Op == StepOp.Replace && _steps[step.Urn].Op != StepOp.Replace)
        {
            _order[_order.IndexOf(_steps[step.Urn])] = step;
            _steps[step.Urn] = step;
        }
    }

    // Messages keep the marks of their colours, <{%reset%}>, where somebody asked for colours.
    private static string Plain(string message)
    {
        for (
            var at = message.IndexOf("<{%", StringComparison.Ordinal);
            at >= 0;
            at = message.IndexOf("<{%", at, StringComparison.Ordinal)
        )
        {
            var end = message.IndexOf("%}>", at, StringComparison.Ordinal);
            if (end < 0)
                break;
            message = message.Remove(at, end + 3 - at);
        }
        return message.Trim();
    }
}
