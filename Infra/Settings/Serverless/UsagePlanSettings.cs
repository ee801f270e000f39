using System.Collections.Immutable;
using Infra.Serverless;
using Infra.Validation;

namespace Infra.Settings.Serverless;

/// <summary>Settings of what each client may use of an API.</summary>
internal sealed record UsagePlanSettings
{
    [Setting(
        "The programs that call the API. Each gets an API key of its own, made here and kept in a secret. A key says whose quota is used and "
            + "is no authentication: who calls says the token.",
        Form = "names of small letters, digits and -"
    )]
    public ImmutableArray<string> Clients { get; init; } = ["web"];

    [Setting("A higher number gives every client another key; the old ones are refused at once.", Min = 1)]
    public int KeyVersion { get; init; } = 1;

    [Setting("Requests a second that a client gets answered over time.", Min = 1, Max = 10_000)]
    public int RequestsPerSecond { get; init; } = 10;

    [Setting("Requests that a client gets answered at once.", Min = 1, Max = 5000)]
    public int Burst { get; init; } = 20;

    [Setting("Requests of a client in a day of UTC. AWS counts as well as it can: a limit of use, not of cost.", Min = 1)]
    public int RequestsPerDay { get; init; } = 10_000;

    /// <summary>The same as the component takes it.</summary>
    public ApiUsagePlan ToPlan() =>
        new()
        {
            Clients = Clients
                .Distinct(StringComparer.Ordinal)
                .ToImmutableSortedDictionary(
                    client => client,
                    client => new ApiClient($"Calls of {client}") { KeyVersion = KeyVersion },
                    StringComparer.Ordinal
                ),
            Limit = new(RequestsPerSecond, Burst),
            RequestsPerDay = RequestsPerDay,
        };

    /// <summary>What single settings cannot say.</summary>
    public IEnumerable<Problem> Validate() => ToPlan().Validate();
}
