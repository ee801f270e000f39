namespace Review.Guardrails;

/// <summary>Rules of one area. Each file of <c>Guardrails/Rules</c> holds one class that derives from this one, of the file's name: adding a file adds its rules.</summary>
public abstract class GuardrailTable
{
    /// <summary>The rules.</summary>
    public abstract IEnumerable<Guardrail> Rules { get; }
}
