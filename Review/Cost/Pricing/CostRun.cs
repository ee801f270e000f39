using System.Collections.Immutable;
using Engine;
using Engine.Text;
using Review.Cost.Prices;
using Review.Cost.Usage;
using Review.Model;

namespace Review.Cost.Pricing;

/// <summary>One estimate in the making: asks the rule of each resource and keeps what it says.</summary>
internal sealed class CostRun
{
    private readonly StackModel _stack;
    private readonly CostOptions _options;
    private readonly UsageValues _usage;
    private readonly Meter _meter;
    private readonly ImmutableArray<CostItem>.Builder _items = ImmutableArray.CreateBuilder<CostItem>();
    private readonly ImmutableArray<NotPriced>.Builder _notPriced = ImmutableArray.CreateBuilder<NotPriced>();
    private readonly ImmutableArray<FreeResource>.Builder _free = ImmutableArray.CreateBuilder<FreeResource>();
    private readonly Dictionary<(string Setting, string? Resource), AssumedUsage> _assumed = [];
    private readonly HashSet<(string Resource, UsageSetting Setting)> _asked = [];

    /// <summary>Begins an estimate.</summary>
    public CostRun(StackModel stack, CostOptions options)
    {
        (_stack, _options) = (stack, options);
        _meter = new Meter(options.FreeTier);
        var profiles = options.Profiles is { } names ? Named(names) : UsageProfiles.For(stack);
        _usage = new UsageValues(profiles);
        if (options.Usage is { } own)
            _usage = _usage.With(own);
    }

    /// <summary>Estimates the whole stack.</summary>
    public CostEstimate Estimate()
    {
        foreach (var resource in _stack.Resources.OrderBy(resource => resource.Urn, StringComparer.Ordinal))
            if (resource.State.Custom)
                One(resource);
        return new CostEstimate
        {
            Stack = _stack.Stack,
            Items = _items.ToImmutable(),
            NotPriced = _notPriced.ToImmutable(),
            Free = _free.ToImmutable(),
            Usage =
            [
                .. _assumed
                    .Values.OrderBy(assumed => assumed.Setting.Name, StringComparer.Ordinal)
                    .ThenBy(assumed => assumed.Resource, StringComparer.Ordinal),
            ],
            Notes = [.. StopSchedules.Notes(_stack)],
            Asked = _asked.ToLookup(asked => asked.Resource, asked => asked.Setting, StringComparer.Ordinal),
            PricesOf = _options.Prices.Date,
            FreeTier = _options.FreeTier,
        };
    }

    /// <summary>A price where a resource lives.</summary>
    public Price? Find(string id, string? region) => _options.Prices.Find(id, region);

    /// <summary>Whether there is such a price somewhere.</summary>
    public bool Knows(string id) => _options.Prices.Knows(id);

    /// <summary>What units cost after all that came before.</summary>
    public decimal Charge(Price price, decimal quantity) => _meter.Charge(price, quantity);

    /// <summary>What a layer says of a setting.</summary>
    public AssumedUsage? Given(UsageSetting setting, string resource)
    {
        _asked.Add((resource, setting));
        return _usage.Find(setting, resource);
    }

    /// <summary>Keeps an assumption, to be shown with the result.</summary>
    public void Keep(AssumedUsage assumed) => _assumed[(assumed.Setting.Name, assumed.Resource)] = assumed;

    /// <summary>Keeps a line.</summary>
    public void Keep(CostItem item) => _items.Add(item);

    /// <summary>Keeps what is left out.</summary>
    public void Keep(NotPriced left) => _notPriced.Add(left);

    private void One(Resource resource)
    {
        if (FreeTypes.Reason(resource) is { } reason)
            _free.Add(new FreeResource(resource, reason));
        else if (PricingCatalog.Find(resource.Type) is { } rule)
        {
            var bill = new Bill(resource, this);
            rule.Price(bill);
            if (bill.IsEmpty)
                _free.Add(new FreeResource(resource, bill.FreeReason ?? "nothing of it is charged as it is set"));
        }
        else
            Keep(new NotPriced(resource, "all of it", $"there is no rule for {TypeNames.Short(resource.Type)}"));
    }

    private static ImmutableArray<UsageLayer> Named(IReadOnlyList<string> names)
    {
        var problems = names
            .Where(name => UsageProfiles.Find(name) is null)
            .Select(name => $"got {name}, want the name of a usage profile; {Suggestion.For(name, UsageProfiles.Names)}")
            .ToImmutableArray();
        return problems.IsEmpty
            ? [.. names.Select(name => UsageProfiles.Find(name)!)]
            : throw new InputException("profile", problems);
    }
}
