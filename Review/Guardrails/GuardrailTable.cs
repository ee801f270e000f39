namespace Review.Guardrails;

/// <summary>Rules of one area. Every class that derives from this one is found by itself: adding a file adds its rules.</summary>
public abstract class GuardrailTable
{
    /// <summary>The rules.</summary>
    public abstract IEnumerable<Guardrail> Rules { get; }
}
