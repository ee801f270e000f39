namespace Review.Cost.Usage;

/// <summary>One number that no plan knows and a bill depends on.</summary>
/// <param name="Name">What usage files call it.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Meaning">What it is about; a sentence without a full stop.</param>
/// <param name="Sharing">What a number for a whole stack means.</param>
/// <param name="Default">What is taken where neither file nor profile says; nothing where the plan says.</param>
/// <param name="Reason">Why that is taken.</param>
public sealed record UsageSetting(string Name, string Unit, string Meaning, Sharing Sharing, decimal? Default, string Reason);
