namespace Infra.Compute;

/// <summary>How many tasks a capacity provider gets.</summary>
/// <param name="Provider"><c>FARGATE</c>, or <c>FARGATE_SPOT</c>, which is cheaper and may be taken back within two minutes.</param>
/// <param name="Base">Tasks it gets before any other. One provider at most has a base.</param>
/// <param name="Weight">Its share of the rest.</param>
internal sealed record CapacityShare(string Provider, int Base, int Weight)
{
    /// <summary>Capacity that stays.</summary>
    public const string OnDemand = "FARGATE";

    /// <summary>Spare capacity.</summary>
    public const string Spot = "FARGATE_SPOT";
}
