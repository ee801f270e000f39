using Review.Guardrails;

namespace Review.Tests.Guardrails;

internal sealed class VerdictTests
{
    private static readonly Verdict Wrong = Verdict.Fail("a: got 1, want 2");
    private static readonly Verdict Later = Verdict.CannotKnow("b is known later");

    [Test]
    public void All_is_as_bad_as_the_worst_and_tells_every_reason_of_it()
    {
        var other = Verdict.Fail("c: got 3, want 4");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verdict.All([Verdict.Pass, Later, Wrong]), Is.EqualTo(Wrong));
            Assert.That(Verdict.All([Wrong, Later, other]).Detail, Is.EqualTo("a: got 1, want 2; c: got 3, want 4"));
            Assert.That(Verdict.All([Wrong, Wrong]).Detail, Is.EqualTo("a: got 1, want 2"));
            Assert.That(Verdict.All([]), Is.EqualTo(Verdict.Pass));
            Assert.That(Verdict.Pass & Later, Is.EqualTo(Later));
        }
    }

    [Test]
    public void Any_is_as_good_as_the_best()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Verdict.Any([Wrong, Later], "none"), Is.EqualTo(Later));
            Assert.That(Verdict.Any([Wrong, Verdict.Pass, Later], "none"), Is.EqualTo(Verdict.Pass));
            Assert.That(Verdict.Any([], "there is none"), Is.EqualTo(Verdict.Fail("there is none")));
            Assert.That((Wrong | Later).Outcome, Is.EqualTo(Outcome.CannotKnow));
        }
    }
}
