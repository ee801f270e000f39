namespace Review.Tests.Comparison;

/// <summary>Which inputs differ, and which only look so.</summary>
public sealed class ValueComparisonTests
{
    [TestCase("""{"size": 1}""", """{"size": 2}""", "size: 1 → 2")]
    [TestCase("""{"multiAz": false}""", """{"multiAz": true}""", "multiAz: false → true")]
    [TestCase("""{"check": {"path": "/health"}}""", """{"check": {"path": "/"}}""", "check.path: /health → /")]
    [TestCase("""{"tags": {"a.b": "1"}}""", """{"tags": {"a.b": "2"}}""", "tags[\"a.b\"]: 1 → 2")]
    [TestCase("""{}""", """{"size": 2}""", "size: - → 2")]
    [TestCase("""{"size": 2}""", """{}""", "size: 2 → -")]
    [TestCase("""{"groups": ["a", "b"]}""", """{"groups": ["c", "a"]}""", "groups: [b] → [c]")]
    [TestCase("""{"groups": ["a", "a"]}""", """{"groups": ["a"]}""", "groups: [a] → -")]
    [TestCase("""{"command": ["a", "b"]}""", """{"command": ["b", "a"]}""", "command: [a, b] → [b, a]")]
    [TestCase(
        """{"rules": [{"name": "x", "days": 1}, {"name": "y"}]}""",
        """{"rules": [{"name": "y"}, {"name": "x", "days": 9}]}""",
        "rules[x].days: 1 → 9"
    )]
    [TestCase("""{"rules": [{"name": "x"}]}""", """{"rules": []}""", "rules[x]: {name: x} → -")]
    [TestCase("""{"rules": [{"p": 1}, {"p": 2}]}""", """{"rules": [{"p": 2}, {"p": 3}]}""", "rules[0].p: 1 → 3")]
    [TestCase(
        """{"policy!": {"Statement": [{"Sid": "Read", "Action": ["a:x"]}]}}""",
        """{"policy!": {"Statement": [{"Sid": "Read", "Action": ["a:x", "a:y"]}]}}""",
        "policy.Statement[Read].Action: - → [a:y]"
    )]
    [TestCase(
        """{"tasks!": [{"name": "app", "environment": [{"name": "LEVEL", "value": "debug"}]}]}""",
        """{"tasks!": [{"name": "app", "environment": [{"name": "LEVEL", "value": "warn"}]}]}""",
        "tasks[app].environment[LEVEL].value: debug → warn"
    )]
    [TestCase("""{"size": "?"}""", """{"size": 1}""", "size: UnknownValue { } → 1")]
    public void A_difference_is_told_where_it_is(string dev, string prod, string difference) =>
        Assert.That(Compared.Lines($"aws:x:T r {dev}", $"aws:x:T r {prod}"), Is.EqualTo([$"aws:x:T r {difference}"]));

    [TestCase("""{"size": "80"}""", """{"size": 80}""", Description = "a number and its text")]
    [TestCase("""{"groups": ["a", "b"]}""", """{"groups": ["b", "a"]}""", Description = "lists are sets")]
    [TestCase("""{"groups": "a"}""", """{"groups": ["a"]}""", Description = "one is a list of one")]
    [TestCase("""{"a": "", "b": [], "c": {}, "d": null}""", """{}""", Description = "nothing and empty")]
    [TestCase(
        """{"p!": {"Statement": [{"Effect": "Allow", "Action": ["b", "a"]}, {"Effect": "Deny"}]}}""",
        """{"p!": {"Statement": [{"Effect": "Deny"}, {"Action": ["a", "b"], "Effect": "Allow"}]}}""",
        Description = "documents, not texts"
    )]
    [TestCase("""{"name": "shop-dev-db"}""", """{"name": "shop-db"}""", Description = "own names")]
    [TestCase("""{"m": {"shop-dev": 1}}""", """{"m": {"shop-prod": 1}}""", Description = "own names as keys")]
    [TestCase("""{"l": [{"name": "shop-dev-a", "v": 1}]}""", """{"l": [{"name": "shop-a", "v": 1}]}""", Description = "in lists")]
    [TestCase("""{"size": "?"}""", """{"size": "?"}""", Description = "both known after the deployment")]
    [TestCase(
        """{"userData": "IyEvYmluL2Jhc2gKZWNobyBzaG9wLWRldi1jbHVzdGVyCgo="}""",
        """{"userData": "IyEvYmluL2Jhc2gKZWNobyBzaG9wLXByb2QtY2x1c3Rlcgo="}""",
        Description = "what is encoded, but for spaces"
    )]
    public void What_only_looks_different_is_not_told(string dev, string prod)
    {
        if (dev.Contains("userData", StringComparison.Ordinal))
            (dev, prod) = (Encoded("echo the cluster of shop-dev-cluster"), Encoded("echo the cluster of shop-prod-cluster"));
        Assert.That(Compared.Lines($"aws:x:T r {dev}", $"aws:x:T r {prod}"), Is.Empty);
    }

    [Test]
    public void What_is_handed_over_in_Base64_is_told_as_it_is_used()
    {
        var lines = Compared.Of(
            $"aws:x:T r {Encoded("echo one two three four five six")}",
            $"aws:x:T r {Encoded("echo one two three four five SIX")}"
        );
        Assert.That(lines.Differences.Select(difference => difference.Path), Is.EqualTo(["userData"]));
    }

    [Test]
    public void References_are_followed_by_role_and_told_as_people_read_them()
    {
        const string Both = "aws:x:Key shop-key\naws:x:Key shop-other\n";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Compared.Lines(
                    $"{Both}aws:x:T r {{\"key\": \"@shop-key.arn\"}}",
                    $"{Both}aws:x:T r {{\"key\": \"@shop-key.arn\"}}"
                ),
                Is.Empty
            );
            Assert.That(
                Compared.Lines(
                    $"{Both}aws:x:T r {{\"key\": \"@shop-key.arn\"}}",
                    $"{Both}aws:x:T r {{\"key\": \"@shop-other.arn\"}}"
                ),
                Is.EqualTo(["aws:x:T r key: <shop-key.arn> → <shop-other.arn>"])
            );
        }
    }

    [TestCase("""{"password": {"secret": "canary-one"}}""", """{"password": {"secret": "canary-two"}}""")]
    [TestCase("""{"p": {"secret": {"user": "canary", "n": 1}}}""", """{"p": {"secret": {"user": "other", "n": 2}}}""")]
    [TestCase("""{"l": ["a", {"secret": "canary"}]}""", """{"l": ["a", {"secret": "other"}]}""")]
    public void Contents_of_secrets_are_not_compared(string dev, string prod) =>
        Assert.That(Compared.Lines($"aws:x:T r {dev}", $"aws:x:T r {prod}"), Is.Empty);

    [TestCase(
        """{"p": {"secret": {"canary-key": "canary"}}}""",
        """{"p": {"secret": {"b": "canary"}}}""",
        "p: [secret] → [secret]"
    )]
    [TestCase("""{"p": "canary"}""", """{"p": {"secret": "canary"}}""", "p: [secret] → [secret]")]
    [TestCase("""{}""", """{"p": {"secret": "canary"}}""", "p: - → [secret]")]
    [TestCase("""{"p": {"secret": "@one.result"}}""", """{"p": {"secret": "@two.result"}}""", "p: [secret] → [secret]")]
    [TestCase("""{"l": ["a", {"secret": "canary"}]}""", """{"l": ["a"]}""", "l: [[secret]] → -")]
    [TestCase(
        """{"l": [{"name": {"secret": "canary"}, "v": 1}]}""",
        """{"l": [{"name": {"secret": "canary"}, "v": 2}]}""",
        "l[0].v: 1 → 2"
    )]
    public void A_secret_that_differs_in_shape_or_origin_is_masked(string dev, string prod, string difference)
    {
        const string Sources = "random:x:P one\nrandom:x:P two\n";
        var lines = Compared.Lines($"{Sources}aws:x:T r {dev}", $"{Sources}aws:x:T r {prod}");
        Assert.That(lines, Is.EqualTo([$"aws:x:T r {difference}"]));
        Assert.That(string.Concat(lines), Does.Not.Contain("canary"));
    }

    private static string Encoded(string text) =>
        $"{{\"userData\": \"{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))}\"}}";
}
