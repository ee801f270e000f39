using System.Text;
using Engine.Planning;
using Infra.Cli.Output.Markdown;
using Review.Changes;
using static Infra.Cli.Tests.Output.Plans;

namespace Infra.Cli.Tests.Output;

public sealed class PullRequestCommentTests
{
    private const string Command = "infra preview {0} --against main --diff";

    [Test]
    public void The_first_line_is_the_answer_and_the_worst_comes_first()
    {
        var comment = PullRequestComment.Of(
            [Quiet("a"), Changed("dev", 1, 2), Destroying("prod"), Quiet("b"), new() { Stack = "test", Problems = ["no file"] }],
            Command
        );

        Assert.That(
            comment.Split('\n')[..3],
            Is.EqualTo([
                "**test**: ✗ no plan · **prod**: 1 replace ⚠ data · dev: 1 change · two stacks unchanged",
                "",
                "<!-- infra-preview -->",
            ])
        );
    }

    [Test]
    public void Nothing_to_say_is_said_in_one_line()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                PullRequestComment.Of([Quiet("prod")], Command),
                Is.EqualTo("prod: no changes\n\n<!-- infra-preview -->\n")
            );
            Assert.That(
                PullRequestComment.Of([Quiet("a"), Quiet("b")], Command),
                Is.EqualTo("two stacks unchanged\n\n<!-- infra-preview -->\n")
            );
        }
    }

    [Test]
    public void What_destroys_data_is_spelled_out_with_the_way_around_it()
    {
        var comment = PullRequestComment.Of([Destroying("prod")], Command);

        Assert.That(
            comment,
            Does.Contain(
                """
                ### ⚠ Destroys data

                - **prod** `+-` `aws:rds:Instance shop-postgresql`: `storageEncrypted` `false` → `true` (only a new instance can be encrypted)
                  - lost with it: **the databases in it**
                  - what to do instead: `docs/runbooks/encrypt-a-database.md`
                  - to go ahead anyway: `--approve-replace shop-postgresql`
                """
            )
        );
    }

    [Test]
    public void Stacks_of_which_the_same_is_said_share_a_heading()
    {
        var comment = PullRequestComment.Of([Changed("dev", 1, 2), Changed("test", 1, 2), Changed("prod", 1, 3)], Command);

        Assert.That(comment, Does.Contain("### dev, test\n").And.Contain("### prod\n"));
        Assert.That(comment.Split("`1` → `2`"), Has.Length.EqualTo(2));
    }

    [Test]
    public void Sections_of_others_and_words_for_the_first_line_have_their_place()
    {
        var comment = PullRequestComment.Of(
            [Changed("dev", 1, 2) with { Headline = ["+14 USD a month"], Sections = [new("New findings", ["RDS.3 fails"])] }],
            Command
        );

        Assert.That(comment, Does.StartWith("dev: 1 change · +14 USD a month\n"));
        Assert.That(comment, Does.Contain("\n**New findings**\n\n- RDS.3 fails\n"));
    }

    [TestCase("x</details><script>", "`x</details><script>`")]
    [TestCase("a`b``c", "```a`b``c```")]
    [TestCase("`a`", "`` `a` ``")]
    [TestCase("@everyone", "`@everyone`")]
    [TestCase("a\n# b\r\n- c", "`a # b  - c`")]
    [TestCase("a\u202eb", "`a b`")]
    public void Values_stay_what_they_are(string value, string shown) => Assert.That(MarkdownText.Code(value), Is.EqualTo(shown));

    [TestCase("<b> & @you #1 [x](y) *z* `w`", "&lt;b&gt; &amp; @<!-- -->you #<!-- -->1 \\[x\\](y) \\*z\\* \\`w\\`")]
    public void Plain_text_is_escaped(string text, string shown) => Assert.That(MarkdownText.Plain(text), Is.EqualTo(shown));

    [Test]
    public void A_name_cannot_break_out_of_its_place()
    {
        var old = State(Alarm, "a`</details>@all\n# x", null, ("threshold", 1));
        var comment = PullRequestComment.Of(
            [
                Comment(
                    "dev",
                    Change(
                        StepOp.Update,
                        old,
                        old with
                        {
                            Inputs = Map(("threshold", "</summary>`@you")),
                        },
                        ("threshold", DifferenceKind.Update)
                    )
                ),
            ],
            Command
        );

        Assert.That(
            comment.Split('\n').Single(line => line.StartsWith("- ", StringComparison.Ordinal)),
            Is.EqualTo("- ``aws:cloudwatch:MetricAlarm a`</details>@all # x``: `threshold` `1` → ``</summary>`@you``")
        );
    }

    [TestCase(3)]
    [TestCase(60)]
    public void It_never_holds_more_than_a_comment_may_and_says_what_is_missing(int stacks)
    {
        var value = new string('é', 300);
        var many = Enumerable
            .Range(0, 900)
            .Select(i => State(Alarm, $"alarm-{i}-{value}", null, ("threshold", 1)))
            .Select(old =>
                Change(StepOp.Update, old, old with { Inputs = Map(("threshold", value)) }, ("threshold", DifferenceKind.Update))
            )
            .ToArray();
        var comment = PullRequestComment.Of(
            [.. Enumerable.Range(0, stacks).Select(i => Comment($"stack-{i}", [.. many.Skip(i)]))],
            Command
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetByteCount(comment), Is.InRange(100, PullRequestComment.MostBytes));
            Assert.That(comment, Does.Match(@"- … (and )?\d+( more)?: `infra preview stack-0 --against main --diff`"));
            Assert.That(comment, Does.Contain(PullRequestComment.Marker));
        }
    }

    [Test]
    public void The_same_plans_make_the_same_bytes() =>
        Assert.That(
            PullRequestComment.Of([Changed("dev", 1, 2) with { Changes = Slow(Changed("dev", 1, 2).Changes!) }], Command),
            Is.EqualTo(PullRequestComment.Of([Changed("dev", 1, 2)], Command))
        );

    private static PlanChanges Slow(PlanChanges changes) => new(changes.Plan with { Duration = TimeSpan.FromHours(1) });

    private static StackComment Quiet(string stack) => Comment(stack, Same(State(Vpc, "vpc")));

    private static StackComment Changed(string stack, int from, int to)
    {
        var old = State(Alarm, "cpu", null, ("threshold", from));
        return Comment(
            stack,
            Change(StepOp.Update, old, old with { Inputs = Map(("threshold", to)) }, ("threshold", DifferenceKind.Update))
        );
    }

    private static StackComment Destroying(string stack)
    {
        var old = State(Database, "shop-postgresql", null, ("storageEncrypted", false));
        var step = Change(
            StepOp.Replace,
            old,
            old with
            {
                Inputs = Map(("storageEncrypted", true)),
            },
            ("storageEncrypted", DifferenceKind.UpdateReplace)
        );
        return Comment(stack, step with { ReplaceReasons = ["storageEncrypted"] });
    }

    // Without the new stack resource that the other plans begin with.
    private static StackComment Comment(string stack, params PlanStep[] steps) =>
        new() { Stack = stack, Changes = new PlanChanges(Of(steps) with { Stack = stack, Steps = [.. steps] }) };
}
