using Review.Guardrails;
using Review.Guardrails.Waivers;

namespace Review.Tests.Guardrails;

internal sealed class GuardrailRunTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private static readonly DateOnly Today = new(2026, 1, 1);

    private static readonly Guardrail Tagged = Rule("tagged", Grade.Medium, bucket => bucket.Is("tagged", true));

    private static readonly StackText Buckets = StackText.Of(
        """
        aws:s3/bucket:Bucket b {"tagged": false}
        aws:s3/bucket:Bucket a {"tagged": true}
        aws:s3/bucket:Bucket c {"tagged": "?"}
        """
    );

    [Test]
    public void Each_resource_gets_a_verdict_in_the_order_of_names()
    {
        var report = Run([], Tagged);
        Assert.That(
            report.Findings.Select(finding =>
                $"{finding.Resource.Name} {finding.Verdict.Outcome} {finding.Verdict.Detail}".TrimEnd()
            ),
            Is.EqualTo([
                "a Pass",
                "b Fail tagged: got false, want true",
                "c CannotKnow tagged is known only after the deployment; want true",
            ])
        );
        Assert.That(report.IsClean, Is.False);
    }

    [Test]
    public void A_rule_counts_once_by_its_id()
    {
        var report = Run([], Tagged, Tagged with { Title = "the same", Check = _ => Verdict.Pass });
        Assert.That(report.Counts.Fail, Is.EqualTo(1));
        Assert.That(report.Counts.Pass, Is.Zero);
        Assert.That(Tagged, Is.Not.EqualTo(Tagged with { Id = "other" }));
    }

    [Test]
    public void A_waiver_takes_a_finding_off_the_list_and_shows_why()
    {
        var report = Run([Waiver("b")], Tagged);
        Assert.That(report.Open, Is.Empty);
        Assert.That(report.Waived.Single().Waiver!.Reason, Is.EqualTo("because it may"));
        Assert.That(report.IsClean);
    }

    [Test]
    public void An_expired_waiver_counts_no_longer_and_is_told()
    {
        var report = Run([Waiver("b") with { Expires = new(2025, 12, 31) }], Tagged);
        Assert.That(report.Open.Single().Resource.Name, Is.EqualTo("b"));
        Assert.That(
            report.Notes.Single(),
            Is.EqualTo("the waiver of tagged on b expired on 2025-12-31; repair it, or ask platform to renew it")
        );
    }

    [TestCase("a")]
    [TestCase("c")]
    [TestCase("nobody")]
    public void A_waiver_that_nothing_needs_is_told(string resource)
    {
        var report = Run([Waiver("b"), Waiver(resource)], Tagged);
        Assert.That(report.Notes.Single(), Does.StartWith($"the waiver of tagged on {resource} is not used"));
        Assert.That(report.IsClean, Is.False);
    }

    [Test]
    public void A_rule_counts_once_by_the_worst_it_says()
    {
        var fine = Rule("fine", Grade.Low, _ => Verdict.Pass);
        var elsewhere = Tagged with { Id = "elsewhere", On = "aws:sqs/queue:Queue" };
        var later = Rule("later", Grade.Low, bucket => bucket.Name == "c" ? bucket.Is("tagged", true) : Verdict.Pass);
        Assert.That(Run([], Tagged, fine, elsewhere, later).Counts, Is.EqualTo(new GuardrailCounts(1, 1, 0, 1, 1)));
        Assert.That(Run([Waiver("b")], Tagged, fine, elsewhere, later).Counts, Is.EqualTo(new GuardrailCounts(1, 0, 1, 1, 1)));
    }

    [Test]
    public void The_worst_stands_first()
    {
        var worse = Rule("worse", Grade.Critical, bucket => Verdict.Of(bucket.Name != "a", "it is a"));
        Assert.That(Run([], Tagged, worse).Open.Select(finding => finding.Rule.Id), Is.EqualTo(["worse", "tagged"]));
    }

    [Test]
    public void A_rule_that_breaks_is_a_finding_and_spoils_no_other()
    {
        var broken = Rule("broken", Grade.Low, _ => throw new InvalidOperationException("inner words"));
        var report = Run([Waiver("b")], Tagged, broken);
        Assert.That(report.Open, Has.Length.EqualTo(3));
        Assert.That(
            report.Open[0].Verdict.Detail,
            Is.EqualTo("the rule itself broke on this resource (InvalidOperationException); repair the rule")
        );
    }

    [TestCase("RDS.3", "RDS.10", -1)]
    [TestCase("rds.3", "RDS.3", 0)]
    [TestCase("ACM.1", "RDS.1", -1)]
    [TestCase("EC2.18", "EC2.2", 1)]
    [TestCase("RDS.3", "RDS.3a", -1)]
    public void Ids_are_ordered_as_people_do(string left, string right, int order) =>
        Assert.That(Math.Sign(NaturalOrder.Instance.Compare(left, right)), Is.EqualTo(order));

    private static GuardrailReport Run(Waiver[] waivers, params Guardrail[] rules) =>
        GuardrailRun.Of(Buckets.Model(), [.. waivers], Today, [.. rules]);

    private static Waiver Waiver(string resource) => new("tagged", resource, "because it may", "platform", new(2026, 6, 30));

    private static Guardrail Rule(string id, Grade grade, Func<Review.Model.Resource, Verdict> check) =>
        new(id, grade, Bucket, "Buckets are tagged")
        {
            Reason = "Nobody knows whose they are.",
            Fix = "Tag them.",
            Check = check,
        };
}
