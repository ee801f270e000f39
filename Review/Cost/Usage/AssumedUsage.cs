namespace Review.Cost.Usage;

/// <summary>A number of usage that an estimate took.</summary>
/// <param name="Setting">Of what.</param>
/// <param name="Resource">The name of the resource it is for. Default: the stack as a whole.</param>
/// <param name="Amount">The number, in the setting's unit.</param>
/// <param name="Source">The file or profile it comes from; <c>default</c>, or <c>plan</c>.</param>
/// <param name="Reason">Why it is that.</param>
public sealed record AssumedUsage(UsageSetting Setting, string? Resource, decimal Amount, string Source, string Reason)
{
    /// <summary>The source of what no file and no profile says.</summary>
    public const string FromDefault = "default";

    /// <summary>The source of what follows from the plan, or from another assumption.</summary>
    public const string FromPlan = "plan";
}
