using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>Something that happened during a run. One of its events is there; none is for kinds this API does not know.</summary>
public class EngineEvent
{
    internal EngineEvent(JsonElement json)
    {
        Sequence = json.Int32("sequence");
        Timestamp = json.Int32("timestamp");
        CancelEvent = json.Member("cancelEvent") is { } cancelEvent ? new(cancelEvent) : null;
        StandardOutputEvent = json.Member("stdoutEvent") is { } standardOutputEngineEvent ? new(standardOutputEngineEvent) : null;
        DiagnosticEvent = json.Member("diagnosticEvent") is { } diagnosticEvent ? new(diagnosticEvent) : null;
        PreludeEvent = json.Member("preludeEvent") is { } preludeEvent ? new(preludeEvent) : null;
        SummaryEvent = json.Member("summaryEvent") is { } summaryEvent ? new(summaryEvent) : null;
        ResourcePreEvent = json.Member("resourcePreEvent") is { } resourcePreEvent ? new(resourcePreEvent) : null;
        ResourceOutputsEvent = json.Member("resOutputsEvent") is { } resourceOutputsEvent ? new(resourceOutputsEvent) : null;
        ResourceOperationFailedEvent = json.Member("resOpFailedEvent") is { } resourceOperationFailedEvent
            ? new(resourceOperationFailedEvent)
            : null;
        PolicyEvent = json.Member("policyEvent") is { } policyEvent ? new(policyEvent) : null;
    }

    /// <summary>Its number, from 0.</summary>
    public int Sequence { get; }

    /// <summary>When it happened, in seconds since 1970.</summary>
    public int Timestamp { get; }

    /// <summary>The last event of every run, also of one that went well.</summary>
    public CancelEvent? CancelEvent { get; }

    /// <summary>A text for the console.</summary>
    public StandardOutputEngineEvent? StandardOutputEvent { get; }

    /// <summary>A message of the engine, a provider or the program.</summary>
    public DiagnosticEvent? DiagnosticEvent { get; }

    /// <summary>The first event: the configuration of the run.</summary>
    public PreludeEvent? PreludeEvent { get; }

    /// <summary>How a run ended.</summary>
    public SummaryEvent? SummaryEvent { get; }

    /// <summary>An operation begins.</summary>
    public ResourcePreEvent? ResourcePreEvent { get; }

    /// <summary>An operation has ended well.</summary>
    public ResourceOutputsEvent? ResourceOutputsEvent { get; }

    /// <summary>An operation has failed.</summary>
    public ResourceOperationFailedEvent? ResourceOperationFailedEvent { get; }

    /// <summary>A policy is violated.</summary>
    public PolicyEvent? PolicyEvent { get; }
}
