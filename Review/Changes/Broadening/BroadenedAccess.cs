namespace Review.Changes.Broadening;

/// <summary>One place where somebody may do more than before.</summary>
/// <param name="Urn">Whose policy, rule or switch it is.</param>
/// <param name="Path">Where in it.</param>
/// <param name="What">What is allowed now and was not.</param>
public sealed record BroadenedAccess(string Urn, string Path, string What);
