using System.Collections.Immutable;
using Engine.Planning;

namespace Engine.Monitor;

/// <summary>What program and engine had to say, in order. Texts are masked when the run is over, when every secret is known.</summary>
internal sealed class DiagnosticLog
{
    private readonly Lock _lock = new();
    private readonly List<Diagnostic> _said = [];
    private readonly List<Diagnostic> _findings = [];
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);

    public bool HasErrors { get; private set; }

    public void Add(Severity severity, string message, string? urn = null) => Add(new Diagnostic(severity, message, urn));

    public void Add(Diagnostic diagnostic) => AddTo(_said, diagnostic);

    /// <summary>Adds what the engine found out about one resource; these are put in order of URN, as resources come in any order.</summary>
    public void AddFinding(Severity severity, string message, string urn) => AddTo(_findings, new(severity, message, urn));

    /// <inheritdoc cref="AddFinding(Severity, string, string)"/>
    public void AddFinding(Diagnostic diagnostic) => AddTo(_findings, diagnostic);

    /// <summary>Adds a finding that would only repeat itself, once.</summary>
    public void AddOnce(Severity severity, string message)
    {
        lock (_lock)
            if (!_once.Add(message))
                return;
        AddFinding(severity, message, "");
    }

    /// <summary>Adds the reason of a refused call. What the program's SDK then says about the same refusal is not repeated.</summary>
    public void AddRefusal(string message, string? urn)
    {
        lock (_lock)
            if (!_refusals.Add(message))
                return;
        Add(Severity.Error, message, urn);
    }

    /// <summary>Whether a message of the program only repeats a refusal.</summary>
    public bool IsRefusal(string message)
    {
        lock (_lock)
            return _refusals.Any(refusal => message.Contains(refusal, StringComparison.Ordinal));
    }

    public ImmutableArray<Diagnostic> ToArray(Func<string, string> mask)
    {
        lock (_lock)
        {
            var findings = _findings
                .OrderBy(finding => finding.Urn, StringComparer.Ordinal)
                .ThenBy(finding => finding.Message, StringComparer.Ordinal)
                .Select(finding => finding.Urn is "" ? finding with { Urn = null } : finding);
            return
            [
                .. _said
                    .Concat(findings)
                    .Select(diagnostic =>
                        diagnostic with
                        {
                            Message = mask(diagnostic.Message),
                            Urn = diagnostic.Urn is { } urn ? mask(urn) : null,
                        }
                    ),
            ];
        }
    }

    private void AddTo(List<Diagnostic> list, Diagnostic diagnostic)
    {
        lock (_lock)
        {
            list.Add(diagnostic);
            HasErrors |= diagnostic.Severity == Severity.Error;
        }
    }
}
