using System.Collections.Immutable;
using Infra.Serverless;
using Infra.Settings.Serverless;

namespace Infra.Systems;

/// <summary>
/// The functions of finsight and the paths that they answer. A further path is a further row of <see cref="Routes"/>; a further function is a row of
/// <see cref="All"/> too, and has its role, log, settings and alarms from there.
/// </summary>
internal static class FinsightDomains
{
    /// <summary>Sends mail and messages. It alone is also called by those who do not wait.</summary>
    public const string Notifications = "notifications";

    private const string Auth = "auth";
    private const string Users = "users";
    private const string Transactions = "transactions";
    private const string Budgets = "budgets";
    private const string Assets = "assets";
    private const string Categories = "categories";
    private const string Reports = "reports";

    // What pages may do.
    private const string Collection = "GET POST";
    private const string Member = "GET POST PUT DELETE";

    // Memory in MiB and calls kept for it, which are 100 together.
    private static readonly ImmutableArray<(string Key, int MemoryMiB, int Reserved, string Does)> All =
    [
        (Auth, 512, 15, "Who somebody is, and the way to Auth0"),
        (Users, 512, 10, "People and their settings"),
        (Transactions, 512, 25, "What was earned and spent"),
        (Budgets, 512, 10, "What may be spent"),
        (Assets, 512, 15, "Accounts and what is in them"),
        (Categories, 512, 5, "What things are spent on"),
        (Reports, 1024, 10, "Sums over a time"),
        (Notifications, 512, 10, "Mail and messages"),
    ];

    /// <summary>What the API answers. Whoever calls brings a token of Auth0 and the key of its client; only the health is open.</summary>
    public static readonly ImmutableArray<ApiRoute> Routes =
    [
        new("GET", "/health", Auth, ApiAuth.Anybody),
        .. Under("/auth", Auth),
        .. Under("/users", Users),
        .. Under("/transactions", Transactions),
        .. Under("/budgets", Budgets),
        .. Under("/accounts", Assets),
        .. Under("/assets", Assets),
        .. Under("/categories", Categories),
        .. Under("/reports", Reports),
        .. Under("/notifications", Notifications),
    ];

    /// <summary>The functions that tell <see cref="Notifications"/> something and do not wait.</summary>
    public static readonly ImmutableArray<string> Notifiers = [Budgets, Reports, Transactions];

    /// <summary>The functions that ask Auth0 about users.</summary>
    public static readonly ImmutableArray<string> AskAuth0 = [Auth, Users];

    /// <summary>The settings of each, as an environment has them.</summary>
    /// <param name="reserve">Whether calls are kept for each.</param>
    /// <param name="logDays">How many days the log of each is kept.</param>
    public static ImmutableSortedDictionary<string, DomainFunctionSettings> Settings(bool reserve, int logDays = 30) =>
        All.ToImmutableSortedDictionary(
            row => row.Key,
            row => new DomainFunctionSettings
            {
                MemoryMiB = row.MemoryMiB,
                ReservedConcurrency = reserve ? row.Reserved : 0,
                LogRetentionDays = logDays,
            },
            StringComparer.Ordinal
        );

    /// <summary>What a function does, for people.</summary>
    /// <param name="key">The function.</param>
    public static string Describe(string key) => All.Single(row => row.Key == key).Does;

    // A path and all below it, both with a body that is a JSON object where there is one.
    private static IEnumerable<ApiRoute> Under(string path, string function) =>
        [
            new(Collection, path, function, ApiAuth.Token) { Key = ApiKeyUse.Counted, Body = ApiModels.JsonObject },
            new(Member, $"{path}/{{proxy+}}", function, ApiAuth.Token) { Key = ApiKeyUse.Counted, Body = ApiModels.JsonObject },
        ];
}
