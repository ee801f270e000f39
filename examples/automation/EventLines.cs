using Pulumi.Automation;
using Pulumi.Automation.Events;

namespace Automation.Example;

/// <summary>Writes a line a resource, and the messages that matter.</summary>
/// <param name="output">Where to.</param>
internal sealed class EventLines(TextWriter output)
{
    /// <summary>Shows an event; most of them say nothing new.</summary>
    public void Show(EngineEvent happened)
    {
        if (happened.ResourcePreEvent is { Planning: true, Metadata.Op: not OperationType.Same } planned)
            Write("would", planned.Metadata);
        else if (happened.ResourceOutputsEvent is { Planning: not true, Metadata.Op: not OperationType.Same } done)
            Write("done", done.Metadata);
        else if (happened.ResourceOperationFailedEvent is { } failed)
            Write("FAILED", failed.Metadata);
        else if (happened.DiagnosticEvent is { Severity: "error" or "warning", Ephemeral: not true } message)
            output.WriteLine($"{message.Severity}: {message.Message.Trim()}");
    }

    private void Write(string what, StepEventMetadata step)
    {
        var name = step.Urn[(step.Urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
        output.WriteLine($"{what, -6} {step.Op.ToString().ToLowerInvariant(), -8} {step.Type} {name}");
    }
}
