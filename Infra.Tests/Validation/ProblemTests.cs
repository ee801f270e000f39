using Infra.Validation;

namespace Infra.Tests.Validation;

public sealed class ProblemTests
{
    [Test]
    public void A_problem_says_where_what_was_got_what_is_wanted_and_the_way_out()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new Problem("a", 5, "1 to 3", "try 3").ToString(), Is.EqualTo("a: got 5, want 1 to 3; try 3"));
            Assert.That(new Problem("a", null, "b", "c").ToString(), Is.EqualTo("a: got nothing, want b; c"));
            Assert.That(new Problem("a", true, "b", "c").ToString(), Is.EqualTo("a: got true, want b; c"));
            Assert.That(new Problem("a", "", "b", "c").ToString(), Is.EqualTo("a: got an empty text, want b; c"));
            Assert.That(
                new Problem("a", Array.Empty<string>(), "b", "c").ToString(),
                Is.EqualTo("a: got an empty list, want b; c")
            );
            Assert.That(new Problem("a", new[] { "x", "y" }, "b", "c").ToString(), Is.EqualTo("a: got x and y, want b; c"));
            Assert.That(new Problem("b", "t").Under("a").ToString(), Is.EqualTo("a.b: t"));
            Assert.That(new Problem("", "t").Under("a").ToString(), Is.EqualTo("a: t"));
        }
    }

    [Test]
    public void Problems_are_counted_and_listed()
    {
        var problem = new Problem("a", "t");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Problems.Text("file", [problem]), Is.EqualTo("file: 1 problem\n  a: t"));
            Assert.That(
                new[] { problem, problem }.ToRunException("file").Message,
                Is.EqualTo("file: 2 problems\n  a: t\n  a: t")
            );
        }
    }
}
