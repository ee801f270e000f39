using Infra.Validation;

namespace Infra.Serverless;

/// <summary>How often something is answered. AWS keeps it as well as it can and not to the request; it stops no attack.</summary>
/// <param name="RequestsPerSecond">Over time.</param>
/// <param name="Burst">At once.</param>
internal sealed record ApiLimit(int RequestsPerSecond, int Burst)
{
    private const int MostPerSecond = 10_000;
    private const int MostAtOnce = 5000;

    /// <summary>What AWS refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (RequestsPerSecond is < 1 or > MostPerSecond)
            yield return new("requestsPerSecond", RequestsPerSecond, $"1 to {MostPerSecond}", "AWS gives an account no more");
        if (Burst is < 1 or > MostAtOnce)
            yield return new("burst", Burst, $"1 to {MostAtOnce}", "AWS gives an account no more");
    }
}
