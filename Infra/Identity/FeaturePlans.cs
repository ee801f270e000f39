using System.Globalization;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>Finds the cheapest plan that has what a pool uses.</summary>
internal static class FeaturePlans
{
    // Price list of 2026-08-14, ap-northeast-1. Lite and Essentials bill nothing for the first 10,000 users of a month, Plus bills all.
    private static readonly decimal[] MonthlyUserPrices = [0.0055m, 0.015m, 0.020m];

    /// <summary>The plan.</summary>
    public static FeaturePlan Needed(CognitoPoolArgs args) => Uses(args).Select(use => use.Plan).DefaultIfEmpty().Max();

    /// <summary>The plan in AWS's word.</summary>
    public static string Tier(FeaturePlan plan) => Word.Of(plan).ToUpperInvariant();

    /// <summary>What the plan costs for each user who is active in a month, in USD.</summary>
    public static decimal PricePerMonthlyUser(FeaturePlan plan) => MonthlyUserPrices[(int)plan];

    /// <summary>The plan, its price and what makes it necessary, as a preview says it.</summary>
    public static string Note(CognitoPoolArgs args)
    {
        var plan = args.Plan ?? Needed(args);
        var uses = Uses(args).Where(use => use.Plan == plan).Select(use => use.What).ToList();
        var reason = uses.Count > 0 ? $"because of {Spelling.List(uses, "and")}" : "by choice";
        if (plan == FeaturePlan.Lite && args.Plan is null)
            reason = "because nothing needs more";
        var price = PricePerMonthlyUser(plan).ToString(CultureInfo.InvariantCulture);
        var free = plan == FeaturePlan.Plus ? "no user is free" : "the first 10,000 are free";
        return $"feature plan {Tier(plan)} {reason}: {price} USD for each user active in a month, {free}";
    }

    /// <summary>A plan that was chosen and is too small.</summary>
    public static IEnumerable<Problem> Problems(CognitoPoolArgs args)
    {
        if (args.Plan is not { } chosen)
            yield break;
        foreach (var use in Uses(args).Where(use => use.Plan > chosen))
            yield return new(
                "plan",
                Word.Of(chosen),
                $"{Word.Of(use.Plan)} for {use.What}",
                "leave plan out and the cheapest sufficient one is taken"
            );
    }

    private static IEnumerable<(FeaturePlan Plan, string What)> Uses(CognitoPoolArgs args)
    {
        if (args.Threats.Mode != ThreatProtection.Off)
            yield return (FeaturePlan.Plus, "threat protection");
        if (args.Logs is { SignIns: true })
            yield return (FeaturePlan.Plus, "exported records of sign-ins");
        if (args.Passkeys is not null)
            yield return (FeaturePlan.Essentials, "passkeys");
        if (args.Domain is { ManagedLogin: true })
            yield return (FeaturePlan.Essentials, "managed login pages");
        if (args.Password.HistorySize > 0)
            yield return (FeaturePlan.Essentials, "password history");
        if (args.Clients.Values.OfType<WebClient>().Any(client => client.Flows.Contains(AuthFlow.Choice)))
            yield return (FeaturePlan.Essentials, "sign-in by choice");
        if (args.Triggers.ContainsKey(PoolTrigger.AccessTokenGeneration))
            yield return (FeaturePlan.Essentials, "changed access tokens");
    }
}
