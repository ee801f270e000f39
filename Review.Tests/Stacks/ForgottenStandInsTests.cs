using Engine.Documents;
using Review.Model;

namespace Review.Tests.Stacks;

/// <summary>A plan made on stand-ins, once they are forgotten, is the plan that is made without them.</summary>
public sealed class ForgottenStandInsTests
{
    private static readonly PreviewDocumentOptions AtOneTime = new() { Now = DateTimeOffset.UnixEpoch };

    private static System.Collections.Immutable.ImmutableArray<string> Stacks() => RealStacks.Names;

    [TestCaseSource(nameof(Stacks))]
    public async Task Nothing_of_them_is_left(string stack)
    {
        var without = await RealStacks.PreviewedAsync(stack);
        var forgotten = StandIns.Forget(await RealStacks.ReviewedAsync(stack)) with { Duration = without.Duration };
        var expected = PreviewDocument.Text(without, AtOneTime);
        var actual = PreviewDocument.Text(forgotten, AtOneTime);
        File.WriteAllText($"/tmp/doc-{stack}-a.json", expected);
        File.WriteAllText($"/tmp/doc-{stack}-b.json", actual);
        Assert.That(actual, Is.EqualTo(expected));
    }
}
