using System.Text;
using System.Text.RegularExpressions;
using Review.Cost.Prices;
using Review.Cost.Pricing;

namespace Review.Tests.Cost;

/// <summary>The embedded price book, and how a price makes an amount.</summary>
public sealed partial class PriceBookTests
{
    private static readonly PriceBook Book = PriceBook.Current;

    [Test]
    public void Every_price_of_the_book_says_what_it_is_where_from_and_of_when()
    {
        foreach (var price in Book.All)
            using (Assert.EnterMultipleScope())
            {
                Assert.That(price.Id, Does.Match("^[a-z0-9]+([-.][a-z0-9]+)*$"));
                Assert.That(price.Region, Is.AnyOf("ap-northeast-1", "us-east-1", PriceBook.Global), price.Id);
                Assert.That(price.Name, Is.Not.Empty, price.Id);
                Assert.That(price.Unit, Is.Not.Empty.And.Not.EndsWith("s"), price.Id);
                Assert.That(price.Source, Is.Not.Empty.And.Length.LessThan(60), price.Id);
                Assert.That(price.Date, Is.LessThanOrEqualTo(Book.Date).And.GreaterThan(Book.Date.AddYears(-1)), price.Id);
                Assert.That(price.Per, Is.Positive, price.Id);
                Assert.That(price.Tiers.Select(tier => tier.Price), Is.All.Positive, price.Id);
                Assert.That(price.Tiers.Select(tier => tier.UpTo ?? decimal.MaxValue), Is.Ordered.And.Unique, price.Id);
            }
    }

    [Test]
    public void What_is_from_memory_has_confidence_C_and_nothing_better_is()
    {
        foreach (var price in Book.All.Where(price => price.Source.StartsWith("from memory", StringComparison.Ordinal)))
            Assert.That(price.Confidence, Is.EqualTo(Confidence.C), price.Id);
        foreach (var price in Book.All.Where(price => price is { Region: "ap-northeast-1", Confidence: Confidence.A }))
            Assert.That(price.Source, Does.StartWith("copy of the Price List"), price.Id);
    }

    // Where services have a region, and a name that bills know, both are spelt as AWS does.
    [Test]
    public void Usage_types_are_of_the_region() =>
        Assert.That(
            Book.All.Where(price => price.UsageType is not null).Select(price => price.UsageType),
            Is.All.Match(UsageTypePattern().ToString())
        );

    [TestCase("fargate-x86-vcpu", "ap-northeast-1", 0.05056, Confidence.A)]
    [TestCase("nat", "ap-northeast-1", 0.062, Confidence.A)]
    [TestCase("rds-postgres-db.r6g.xlarge", "ap-northeast-1", 0.54, Confidence.C)]
    [TestCase("logs-ingest", "ap-northeast-1", 0.76, Confidence.A)]
    [TestCase("logs-ingest", "us-east-1", 0.50, Confidence.B)]
    [TestCase("waf-acl", "us-east-1", 5.00, Confidence.C)]
    [TestCase("cloudfront-https", "eu-west-1", 0.012, Confidence.B, Description = "of a service without region")]
    public void A_price_is_that_of_the_region(string id, string region, double price, Confidence confidence)
    {
        var found = Book.Find(id, region)!;
        Assert.That((found.Tiers[0].Price, found.Confidence), Is.EqualTo(((decimal)price, confidence)));
    }

    [TestCase("nat", "us-east-1")]
    [TestCase("nat", null)]
    [TestCase("nonsense", "ap-northeast-1")]
    public void A_price_of_another_region_is_not_guessed(string id, string? region) =>
        Assert.That(Book.Find(id, region), Is.Null);

    [TestCase(0, 90_000, 495)] // 90,000 × 0.0055
    [TestCase(0, 90_001, 495.0046)]
    [TestCase(89_999, 2, 0.0101)] // one at each price
    [TestCase(90_000, 900_000, 4140)] // 900,000 × 0.0046
    [TestCase(0, 990_001, 4635.00325)]
    [TestCase(9_990_000, 10, 0.025)]
    [TestCase(0, 0, 0)]
    public void Tiers_begin_where_the_ones_before_end(double before, double quantity, double cost) =>
        Assert.That(
            Book.Find("cognito-lite", "ap-northeast-1")!.Cost((decimal)before, (decimal)quantity),
            Is.EqualTo((decimal)cost)
        );

    [Test]
    public void Beyond_the_last_known_tier_its_price_goes_on() =>
        Assert.That(Book.Find("cloudfront-out", null)!.Cost(51_200, 100), Is.EqualTo(8.9m));

    [Test]
    public void A_thousand_requests_cost_a_thousandth_of_the_price_of_a_million() =>
        Assert.That(Book.Find("waf-requests", "ap-northeast-1")!.Cost(0, 1000), Is.EqualTo(0.0006m));

    [TestCase(false, 0.50, 0.60)]
    [TestCase(true, 0, 0.10)]
    public void Free_units_are_of_all_resources_together(bool freeTier, double first, double second)
    {
        var meter = new Meter(freeTier);
        var alarm = Book.Find("alarm", "ap-northeast-1")!; // ten are free
        Assert.That(new[] { meter.Charge(alarm, 5), meter.Charge(alarm, 6) }, Is.EqualTo([(decimal)first, (decimal)second]));
    }

    [Test]
    public void A_book_with_a_price_twice_or_a_confidence_of_its_own_is_refused()
    {
        const string Item =
            """{"id": "a", "name": "A", "region": "r", "price": 1, "unit": "u", "source": "s", "date": "2026-01-01", "confidence": "A"}""";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read($"{Item}, {Item}"), Throws.ArgumentException);
            Assert.That(
                Read(Item.Replace("\"A\"}", "\"D\"}", StringComparison.Ordinal)),
                Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("the confidence D is none; write A, B or C")
            );
        }
    }

    private static Action Read(string items) =>
        () => PriceBook.Read(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"date": "2026-01-01", "items": [{{items}}]}""")));

    [GeneratedRegex("^APN1-[A-Za-z]+")]
    private static partial Regex UsageTypePattern();
}
