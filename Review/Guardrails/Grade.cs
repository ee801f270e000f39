namespace Review.Guardrails;

/// <summary>How bad it is that a rule fails, in the words of AWS Security Hub.</summary>
public enum Grade
{
    /// <summary>Good practice.</summary>
    Low,

    /// <summary>A weakness that needs another one to hurt.</summary>
    Medium,

    /// <summary>Data or availability are at risk.</summary>
    High,

    /// <summary>Anybody can get in, or at the data, now.</summary>
    Critical,
}
