using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>
/// How much each client may use of an API, told apart by API keys. Neither keys nor quotas keep anybody out: keys are no authentication, and AWS
/// counts as well as it can and not to the request.
/// </summary>
internal sealed partial record ApiUsagePlan
{
    /// <summary>The clients by name; each gets a key of its own.</summary>
    public required ImmutableSortedDictionary<string, ApiClient> Clients { get; init; }

    /// <summary>How often a client is answered. Default: 10 a second, 20 at once.</summary>
    public ApiLimit Limit { get; init; } = new(10, 20);

    /// <summary>Requests of a client in a day of UTC; after them it gets 429 until midnight. Default: 10,000.</summary>
    public int RequestsPerDay { get; init; } = 10_000;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Clients.IsEmpty)
            yield return new(
                "clients",
                "an empty map",
                "one or more clients",
                "a plan without a key lets no call in that asks for one"
            );
        foreach (var (name, client) in Clients)
        {
            if (!Name().IsMatch(name))
                yield return new($"clients.{name}", name, "small letters, digits and -, 40 at most", "its key is named after it");
            if (client.KeyVersion < 1)
                yield return new($"clients.{name}.keyVersion", client.KeyVersion, "1 or more", "raise it to change the key");
        }
        foreach (var problem in Limit.Validate())
            yield return problem;
        if (RequestsPerDay < 1)
            yield return new("requestsPerDay", RequestsPerDay, "1 or more", "with none no client is ever answered");
    }

    /// <summary>What no client would ever get.</summary>
    /// <param name="stage">The requests a second that the stage answers.</param>
    public IEnumerable<Problem> Beyond(int stage)
    {
        if (Limit.RequestsPerSecond > stage)
            yield return new(
                "requestsPerSecond",
                Limit.RequestsPerSecond,
                $"{stage} at most, the requestsPerSecond of the stage",
                "the stage turns calls away first, everybody's alike"
            );
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Name();
}
