using System.Collections.Immutable;
using System.Globalization;
using Review.Cost.Usage;
using Review.Model;

namespace Review.Cost.Pricing;

/// <summary>What a rule writes the lines of one resource on.</summary>
internal sealed class Bill
{
    /// <summary>Hours of a month, as AWS's own calculator counts: 365 days of 24 hours, a twelfth.</summary>
    public const decimal Hours = 730;

    /// <summary>Days of a month in the same count.</summary>
    public const decimal Days = Hours / 24;

    // Shares of a sum have no end; a millionth of a dollar is enough for everybody, and sums of parts are then the sum.
    private const int Digits = 6;

    private readonly CostRun _run;
    private readonly string? _region;
    private readonly ImmutableArray<Resource> _path;

    /// <summary>Begins the lines of a resource.</summary>
    public Bill(Resource resource, CostRun run)
    {
        (Resource, _run, _region) = (resource, run, resource.Region);
        var path = ImmutableArray.CreateBuilder<Resource>();
        for (var at = Above(resource); at is not null; at = Above(at))
            if (!at.State.Custom && at.Type != Engine.Model.Urns.StackType)
                path.Insert(0, at);
        _path = path.ToImmutable();
    }

    /// <summary>The resource.</summary>
    public Resource Resource { get; }

    /// <summary>The stack it is part of.</summary>
    public StackModel Stack => Resource.Stack;

    /// <summary>Whether nothing was written.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Why it costs nothing, where a rule said so.</summary>
    public string? FreeReason { get; private set; }

    /// <summary>An input by its path.</summary>
    public Value this[string path] => Resource[path];

    /// <summary>A line that is paid whether anybody uses the resource or not.</summary>
    /// <param name="price">The id of the price.</param>
    /// <param name="quantity">How much of its unit in a month.</param>
    /// <param name="note">What there is to say of it. Default: nothing.</param>
    public void Fixed(string price, decimal quantity, string? note = null) => Add(price, quantity, CostKind.Fixed, note);

    /// <summary>The same by the hour, all month.</summary>
    public void Hourly(string price, decimal count, string? note = null) => Fixed(price, count * Hours, note);

    /// <summary>A line that follows usage.</summary>
    public void Usage(string price, decimal quantity, string? note = null) => Add(price, quantity, CostKind.Usage, note);

    /// <summary>A line at a discount that may be gone tomorrow.</summary>
    /// <param name="price">The id of the price.</param>
    /// <param name="quantity">How much of its unit in a month.</param>
    /// <param name="discount">The part of the price that is not paid.</param>
    /// <param name="kind">What it depends on.</param>
    /// <param name="note">What there is to say of it.</param>
    public void Discounted(string price, decimal quantity, decimal discount, CostKind kind, string note) =>
        Add(price, quantity, kind, note, 1 - discount);

    /// <summary>Leaves something out, with the reason.</summary>
    public void NotPriced(string what, string why)
    {
        IsEmpty = false;
        _run.Keep(new NotPriced(Resource, what, why));
    }

    /// <summary>Says why the resource costs nothing.</summary>
    public void Free(string reason) => FreeReason = reason;

    /// <summary>Whether there is a price of this id in some region.</summary>
    public bool Knows(string price) => _run.Knows(price);

    /// <summary>A number of usage for this resource.</summary>
    /// <param name="setting">Which.</param>
    /// <param name="among">How many resources share what is said of the stack. Default: all of this type.</param>
    /// <param name="planned">What the plan says, where no file and no profile does. Default: the setting's default.</param>
    /// <param name="why">Why the plan says so.</param>
    public decimal Assume(UsageSetting setting, int? among = null, decimal? planned = null, string? why = null)
    {
        var assumed = _run.Given(setting, Resource.Name) ?? Fallback(setting, planned, why);
        _run.Keep(assumed);
        if (assumed.Resource is not null || setting.Sharing == Sharing.Each)
            return assumed.Amount;
        return assumed.Amount / Math.Max(1, among ?? Stack.All(Resource.Type).Count());
    }

    /// <summary>A number of the plan; nothing, and left out with the reason, where it is not known before the deployment.</summary>
    /// <param name="path">The input.</param>
    /// <param name="absent">What AWS takes where the program leaves it out.</param>
    public decimal? Number(string path, decimal absent)
    {
        var value = this[path];
        if (value.IsMissing)
            return absent;
        if (!value.IsSecret && value.Number is { } number && double.IsFinite(number) && Math.Abs(number) < 1e12)
            return (decimal)number;
        NotKnown(path);
        return null;
    }

    /// <summary>A text of the plan; nothing, and left out with the reason, where it is not known before the deployment, or missing without a default.</summary>
    /// <param name="path">The input.</param>
    /// <param name="absent">What AWS takes where the program leaves it out. Default: the plan must say it.</param>
    public string? Text(string path, string? absent = null)
    {
        var value = this[path];
        if (value.IsMissing && absent is not null)
            return absent;
        if (Plain(value) is { } text)
            return text;
        NotKnown(path);
        return null;
    }

    /// <summary>Leaves something out because an input is not known before the deployment.</summary>
    public void NotKnown(string path) =>
        NotPriced(
            path,
            this[path].IsMissing ? $"the plan does not say {path}"
                : this[path].IsSecret ? $"{path} is a secret"
                : $"{path} is known only after the deployment"
        );

    /// <summary>A text that notes may quote; nothing where it is a secret or not known before the deployment.</summary>
    public static string? Plain(Value value) => value is { IsSecret: false, IsUnknown: false } ? value.Text : null;

    /// <summary>A number as notes write it.</summary>
    public static string Written(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);

    private AssumedUsage Fallback(UsageSetting setting, decimal? planned, string? why) =>
        planned is { } number
            ? new(
                setting,
                setting.Sharing == Sharing.Each ? Resource.Name : null,
                number,
                AssumedUsage.FromPlan,
                why ?? setting.Reason
            )
            : new(setting, null, setting.Default ?? 0, AssumedUsage.FromDefault, setting.Reason);

    private void Add(string id, decimal quantity, CostKind kind, string? note, decimal part = 1)
    {
        if (quantity == 0)
        {
            IsEmpty = false;
            return;
        }
        if (_run.Find(id, _region) is not { } price)
        {
            NotPriced(
                id,
                _run.Knows(id)
                    ? $"the price book has no {id} in {_region ?? "a region that is not known"}"
                    : $"the price book has no {id}"
            );
            return;
        }
        IsEmpty = false;
        var full = Math.Round(_run.Charge(price, quantity), Digits);
        _run.Keep(
            new CostItem(Resource, _path, price, Math.Round(quantity, Digits), Math.Round(full * part, Digits), kind)
            {
                AtMost = full,
                Note = note,
            }
        );
    }

    private Resource? Above(Resource resource) => resource.State.Parent is { } parent ? Stack.Find(parent) : null;
}
