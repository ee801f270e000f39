using Engine;
using Review.Comparison.Accepted;
using Review.Model;

namespace Review.Tests.Comparison;

public sealed class AcceptedDifferencesTests
{
    private const string Dev = """
        aws:rds/instance:Instance shop-db {"multiAz": false, "tags": {"a": 1, "b": 1}}
        aws:lb/targetGroup:TargetGroup shop-tg {"healthCheck": {"path": "/health"}}
        aws:sqs/queue:Queue only-dev
        """;

    private const string Prod = """
        aws:rds/instance:Instance shop-db {"multiAz": true, "tags": {"a": 2, "b": 2}}
        aws:lb/targetGroup:TargetGroup shop-tg {"healthCheck": {"path": "/"}}
        """;

    private const string All = """
        - reason: dev is small
          between: { shop: [dev, prod] }
          only: aws:sqs:Queue
          differ:
            aws:rds:Instance shop-db: [multiAz, tags]
            aws:lb:TargetGroup: healthCheck.path
        """;

    [Test]
    public void What_is_accepted_carries_the_reason_and_the_rest_is_unexpected()
    {
        var some = All.Replace("    aws:lb:TargetGroup: healthCheck.path", "", StringComparison.Ordinal);
        var (whole, part) = (Compared.Of(Dev, Prod, All), Compared.Of(Dev, Prod, some));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole.Unexpected, Is.Empty);
            Assert.That(whole.IsClean);
            Assert.That(whole.Differences.Select(difference => difference.Accepted), Is.All.EqualTo("dev is small"));
            Assert.That(
                part.Unexpected.Select(Compared.Line),
                Is.EqualTo(["aws:lb/targetGroup:TargetGroup shop-tg healthCheck.path: /health → /"])
            );
            Assert.That(part.IsClean, Is.False);
        }
    }

    [Test]
    public void The_pair_counts_whichever_stack_is_left() =>
        Assert.That(Compared.Of(Dev, Prod, All.Replace("[dev, prod]", "[prod, dev]", StringComparison.Ordinal)).IsClean);

    [TestCase("[dev, staging, prod]", true)]
    [TestCase("[staging, prod, dev]", false, Description = "the first against each of the others")]
    [TestCase("[shop-dev, shop-prod]", true, Description = "names of stacks")]
    [TestCase("""["*", "*"]""", true)]
    [TestCase("""["*", staging]""", false)]
    public void A_group_names_the_first_environment_against_each_of_the_others(string between, bool counts) =>
        Assert.That(
            Compared.Of(Dev, Prod, All.Replace("[dev, prod]", between, StringComparison.Ordinal)).IsClean,
            Is.EqualTo(counts)
        );

    [Test]
    public void A_group_of_another_system_says_nothing() =>
        Assert.That(
            Compared.Of(Dev, Prod, All.Replace("shop: [", "other: [", StringComparison.Ordinal)).Unexpected.Count(),
            Is.EqualTo(5)
        );

    [TestCase("aws:rds:Instance shop-db: tags.a", "aws:rds:Instance shop-db: tags.c", "aws:rds:Instance shop-db tags.c")]
    [TestCase("only: aws:sqs:Queue", "only: [aws:sqs:Queue, aws:sqs:Queue gone]", "aws:sqs:Queue gone")]
    [TestCase("[multiAz, tags]", "[multiAz, tags, tags.a]", "aws:rds:Instance shop-db tags.a", Description = "covered above")]
    public void A_line_that_accepts_nothing_is_a_finding(string from, string to, string line)
    {
        var list = All.Replace(
            "[multiAz, tags]",
            from.Contains("tags.a", StringComparison.Ordinal) ? "[multiAz, tags, tags.c]" : "[multiAz, tags]",
            StringComparison.Ordinal
        );
        var comparison = Compared.Of(Dev, Prod, list.Replace(from, to, StringComparison.Ordinal));
        Assert.That(comparison.Stale, Has.One.Contains($": {line} accepts nothing between shop-dev and shop-prod"));
        Assert.That(comparison.Stale, Has.All.Match("^docs/accepted-differences.yaml:[0-9]+: "));
        Assert.That(comparison.IsClean, Is.False);
    }

    [Test]
    public void A_property_covers_what_lies_in_it_and_not_what_begins_alike()
    {
        const string Left = """aws:x:T r {"tag": 1, "tags": {"a": 1}, "tagsAll": 1, "list": [{"name": "x", "v": 1}]}""";
        var right = Left.Replace(": 1", ": 2", StringComparison.Ordinal);
        const string List = "- {reason: r, between: {shop: [dev, prod]}, differ: {aws:x:T: [tags, list]}}";
        Assert.That(Compared.Of(Left, right, List).Unexpected.Select(found => found.Path), Is.EqualTo(["tag", "tagsAll"]));
    }

    [Test]
    public void A_resource_is_not_accepted_by_its_properties_nor_a_property_by_its_resource()
    {
        const string List = """
            - {reason: r, between: {shop: [dev, prod]}, only: aws:rds:Instance, differ: {aws:sqs:Queue: "*"}}
            """;
        Assert.That(Compared.Of(Dev, Prod, List).Unexpected.Count(), Is.EqualTo(5));
    }

    [TestCase("*", "anything", true)]
    [TestCase("", "", true)]
    [TestCase("", "a", false)]
    [TestCase("a*c", "abbc", true)]
    [TestCase("a*c", "abb", false)]
    [TestCase("*-nat-1*", "shop-nat-1c", true)]
    [TestCase("a*b*c", "aXbYbZc", true)]
    [TestCase("a.c", "abc", false)]
    [TestCase("l[x]", "l[x]", true)]
    [TestCase("l[x]", "lx", false)]
    public void A_star_is_any_text_and_nothing_else_is(string pattern, string text, bool matches) =>
        Assert.That(Glob.Matches(pattern, text), Is.EqualTo(matches));

    [Test]
    public void Everything_wrong_with_the_list_is_told_at_once()
    {
        const string List = """
            - between: { shop: [dev] }
              only: [a b c]
              reson: dev is small
            - reason: x
              between: shop
            - reason: x
              between: { shop: [dev, prod] }
              differ: aws:x:T
            - text
            """;
        var error = Assert.Throws<InputException>(() => AcceptedReader.Read(List, "list.yaml"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Message, Does.StartWith("list.yaml: 8 problems\n"));
            Assert.That(error.Problems, Has.One.StartsWith("[0].reason (line 1): got nothing, want a text"));
            Assert.That(error.Problems, Has.One.StartsWith("[0].between.shop (line 1): got one name, want two"));
            Assert.That(error.Problems, Has.One.StartsWith("[0].only (line 2): got a b c, want a type, or type and name"));
            Assert.That(error.Problems, Has.One.EqualTo("[0].reson (line 3): unknown key; did you mean reason?"));
            Assert.That(error.Problems, Has.One.StartsWith("[1] (line 4): got neither only nor differ"));
            Assert.That(error.Problems, Has.One.StartsWith("[1].between (line 5): got \"shop\", want a map of systems"));
            Assert.That(error.Problems, Has.One.StartsWith("[2].differ (line 8): got \"aws:x:T\", want a map of resources"));
            Assert.That(error.Problems, Has.One.StartsWith("[3] (line 9): got no map"));
        }
    }

    [Test]
    public void A_list_that_is_no_YAML_or_no_list_is_refused()
    {
        Assert.Throws<InputException>(() => AcceptedReader.Read("- [", "list.yaml"));
        Assert.Throws<InputException>(() => AcceptedReader.Read("reason: x", "list.yaml"));
        Assert.That(AcceptedReader.Read("", "list.yaml").Lines, Is.Empty);
    }
}
