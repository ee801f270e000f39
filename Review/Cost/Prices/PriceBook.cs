using System.Collections.Immutable;
using System.Text.Json;

namespace Review.Cost.Prices;

/// <summary>
/// The prices this command knows, embedded as <c>prices.json</c>. To refresh one: read it from
/// <c>https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/SERVICE/current/REGION/index.json</c> (public; AmazonRDS, AmazonECS, AWSELB …), put price, date
/// and usage type into its line, set confidence to A, and move the date of the book; goldens of whole bills then say what changed.
/// </summary>
public sealed class PriceBook
{
    /// <summary>The region of services that have none.</summary>
    public const string Global = "global";

    private static readonly Lazy<PriceBook> Embedded = new(ReadEmbedded);
    private readonly Dictionary<(string Id, string Region), Price> _prices;

    internal PriceBook(DateOnly date, ImmutableArray<Price> all)
    {
        (Date, All) = (date, all);
        _prices = all.ToDictionary(price => (price.Id, price.Region));
    }

    /// <summary>The book of this build; read once.</summary>
    public static PriceBook Current => Embedded.Value;

    /// <summary>The newest day that a price of it is of.</summary>
    public DateOnly Date { get; }

    /// <summary>Every price in every region.</summary>
    public ImmutableArray<Price> All { get; }

    /// <summary>A price in a region, or that of a service without region; nothing where the book has none, which is no reason to guess.</summary>
    public Price? Find(string id, string? region) =>
        region is not null && _prices.TryGetValue((id, region), out var price) ? price : _prices.GetValueOrDefault((id, Global));

    /// <summary>Whether the book has a price in any region.</summary>
    public bool Knows(string id) => All.Any(price => price.Id == id);

    internal static PriceBook Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var prices = ImmutableArray.CreateBuilder<Price>();
        foreach (var item in root.GetProperty("items").EnumerateArray())
        {
            var price = One(item);
            prices.Add(price);
            if (item.TryGetProperty("equalIn", out var others))
                foreach (var other in others.EnumerateObject())
                    prices.Add(price with { Region = other.Name, UsageType = null, Confidence = Trust(other.Value) });
        }
        return new PriceBook(Day(root), prices.ToImmutable());
    }

    private static PriceBook ReadEmbedded()
    {
        using var stream = typeof(PriceBook).Assembly.GetManifestResourceStream("Review.Cost.Prices.prices.json")!;
        return Read(stream);
    }

    private static Price One(JsonElement item) =>
        new()
        {
            Id = item.GetProperty("id").GetString()!,
            Name = item.GetProperty("name").GetString()!,
            Region = item.GetProperty("region").GetString()!,
            Unit = item.GetProperty("unit").GetString()!,
            Per = item.TryGetProperty("per", out var per) ? per.GetDecimal() : 1,
            Tiers = item.TryGetProperty("tiers", out var tiers)
                ? [.. tiers.EnumerateArray().Select(Tier)]
                : [new PriceTier(null, item.GetProperty("price").GetDecimal())],
            Free = item.TryGetProperty("free", out var free) ? free.GetDecimal() : 0,
            UsageType = item.TryGetProperty("usageType", out var type) ? type.GetString() : null,
            Source = item.GetProperty("source").GetString()!,
            Date = Day(item),
            Confidence = Trust(item.GetProperty("confidence")),
        };

    private static PriceTier Tier(JsonElement tier) =>
        new(tier.TryGetProperty("upTo", out var end) ? end.GetDecimal() : null, tier.GetProperty("price").GetDecimal());

    private static DateOnly Day(JsonElement item) =>
        DateOnly.ParseExact(
            item.GetProperty("date").GetString()!,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static Confidence Trust(JsonElement letter) =>
        letter.GetString() switch
        {
            "A" => Confidence.A,
            "B" => Confidence.B,
            "C" => Confidence.C,
            var other => throw new InvalidDataException($"the confidence {other} is none; write A, B or C"),
        };
}
