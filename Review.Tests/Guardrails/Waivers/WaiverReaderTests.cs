using Engine;
using Review.Guardrails.Waivers;

namespace Review.Tests.Guardrails.Waivers;

public sealed class WaiverReaderTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);
    private static readonly string[] Rules = ["RDS.3", "RDS.5"];

    [TestCase("2026-12-31")]
    [TestCase("2026-12-31 00:00:00 +0000 UTC")]
    [TestCase("2026-12-31T00:00:00Z")]
    public void A_whole_waiver_is_read_also_with_a_date_as_YAML_makes_it(string day)
    {
        var waiver = Read(
                $$"""[{"rule": "RDS.5", "resource": "db*", "reason": "dev may be lost", "owner": "platform", "expires": "{{day}}"}]"""
            )
            .Single();

        Assert.That(waiver, Is.EqualTo(new Waiver("RDS.5", "db*", "dev may be lost", "platform", new(2026, 12, 31))));
    }

    [TestCase(null)]
    [TestCase("[]")]
    public void Without_any_there_are_none(string? json) => Assert.That(Read(json), Is.Empty);

    [Test]
    public void Every_problem_is_told_at_once()
    {
        var problem = Assert.Throws<InputException>(() =>
            Read(
                """
                [
                  {"rule": "RDS.33", "resource": "db", "reason": "short", "owner": "", "expires": "soon", "untill": "x"},
                  {"rule": "RDS.5", "resource": "db", "reason": "dev may be lost", "owner": "platform", "expires": "2030-01-01"},
                  {"resource": "db"},
                  "RDS.5"
                ]
                """
            )
        );

        Assert.That(
            problem!.Message,
            Is.EqualTo(
                """
                Pulumi.dev.yaml: 11 problems
                  waivers[0].untill: unknown key; known: expires, owner, reason, resource, rule
                  waivers[0].rule: got RDS.33, want the id of a rule; did you mean RDS.3? infra check --list shows all
                  waivers[0].reason: got "short", want 10 characters or more; say why it is all right
                  waivers[0].owner: got nothing, want who answers for it
                  waivers[0].expires: got soon, want a day as 2027-01-02
                  waivers[1].expires: got 2030-01-01, want 2027-01-02 or earlier; look at it again within a year
                  waivers[2].rule: got nothing, want the id of a rule, for example RDS.5, or a list of them
                  waivers[2].reason: got nothing, want why it is all right
                  waivers[2].owner: got nothing, want who answers for it
                  waivers[2].expires: got nothing, want the last day on which it counts, as yyyy-MM-dd
                  waivers[3]: got something else, want a map with rule, resource, reason, owner, expires
                """
            )
        );
    }

    [Test]
    public void One_reason_may_hold_for_several_rules()
    {
        const string Rest = """
            "resource": "*", "reason": "dev may be lost", "owner": "us", "expires": "2026-02-01"
            """;
        var problem = Assert.Throws<InputException>(() => Read($$"""[{"rule": ["RDS.3", "RDS.55", 7], {{Rest}}}]"""));
        Assert.That(
            Read($$"""[{"rule": ["RDS.3", "RDS.5"], {{Rest}}}]""").Select(waiver => waiver.Rule),
            Is.EqualTo(["RDS.3", "RDS.5"])
        );
        Assert.That(
            problem!.Problems,
            Is.EqualTo([
                "waivers[0].rule[1]: got RDS.55, want the id of a rule; did you mean RDS.5? infra check --list shows all",
                "waivers[0].rule[2]: got 7, want the id of a rule; known: RDS.3, RDS.5 infra check --list shows all",
            ])
        );
    }

    [Test]
    public void The_same_one_twice_is_a_mistake()
    {
        const string One =
            """{"rule": "RDS.5", "resource": "db", "reason": "dev may be lost", "owner": "us", "expires": "2026-02-01"}""";
        var problem = Assert.Throws<InputException>(() => Read($"[{One}, {One}]"));
        Assert.That(problem!.Message, Does.Contain("waivers[1]: got RDS.5 on db a second time; say it once"));
    }

    [TestCase("{}")]
    [TestCase("not json")]
    public void Anything_but_a_list_is_a_mistake(string json)
    {
        var problem = Assert.Throws<InputException>(() => Read(json));
        Assert.That(problem!.Message, Does.Contain("waivers: got something else, want a list of maps with rule, resource"));
    }

    private static System.Collections.Immutable.ImmutableArray<Waiver> Read(string? json) =>
        WaiverReader.Read(json, "Pulumi.dev.yaml", Today, Rules);
}
