namespace Review.Guardrails;

/// <summary>What a rule says of a resource, from best to worst.</summary>
public enum Outcome
{
    /// <summary>It is as the rule wants it.</summary>
    Pass,

    /// <summary>A preview does not know it; only the deployment will tell.</summary>
    CannotKnow,

    /// <summary>It is not as the rule wants it.</summary>
    Fail,
}
