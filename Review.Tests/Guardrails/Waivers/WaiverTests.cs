using Review.Guardrails.Waivers;

namespace Review.Tests.Guardrails.Waivers;

public sealed class WaiverTests
{
    [TestCase("db", "db", true)]
    [TestCase("db", "db-2", false)]
    [TestCase("db*", "db-2", true)]
    [TestCase("*-logs", "alb-logs", true)]
    [TestCase("*-logs", "logs", false)]
    [TestCase("a*b*c", "a-b-b-c", true)]
    [TestCase("a*b*c", "a-c-b", false)]
    [TestCase("*", "", true)]
    [TestCase("DB", "db", false)]
    public void A_star_stands_for_any_text(string pattern, string name, bool covers) =>
        Assert.That(Waiver(pattern).Covers("RDS.5", name), Is.EqualTo(covers));

    [Test]
    public void It_is_about_one_rule_whatever_its_letter_case()
    {
        Assert.That(Waiver("db").Covers("rds.5", "db"));
        Assert.That(Waiver("db").Covers("RDS.50", "db"), Is.False);
    }

    [Test]
    public void It_counts_on_its_last_day_and_not_after()
    {
        Assert.That(Waiver("db").IsExpired(new(2026, 6, 30)), Is.False);
        Assert.That(Waiver("db").IsExpired(new(2026, 7, 1)));
    }

    private static Waiver Waiver(string resource) => new("RDS.5", resource, "because it may", "platform", new(2026, 6, 30));
}
