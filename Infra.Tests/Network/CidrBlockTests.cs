using Infra.Network;

namespace Infra.Tests.Network;

public sealed class CidrBlockTests
{
    [TestCase("10.0.0.0/16", "10.0.0.0/16", true)]
    [TestCase("255.255.255.255/32", "255.255.255.255/32", true)]
    [TestCase("0.0.0.0/0", "0.0.0.0/0", true)]
    [TestCase("10.0.1.5/24", "10.0.1.0/24", false)]
    public void A_block_is_read_and_written(string text, string block, bool exact)
    {
        var read = CidrBlock.Parse(text, out var isExact);

        Assert.That((read.ToString(), isExact), Is.EqualTo((block, exact)));
    }

    [
        TestCase(""),
        TestCase("10.0.0.0"),
        TestCase("10.0.0/16"),
        TestCase("10.0.0.0/33"),
        TestCase("10.0.0.256/24"),
        TestCase("10.0.0.0.0/8")
    ]
    [
        TestCase("10.0.0.-1/24"),
        TestCase("10.0.0.0/-1"),
        TestCase("010.0.0.0/16"),
        TestCase("10.0.0.0/016"),
        TestCase(" 10.0.0.0/16")
    ]
    [
        TestCase("::/0"),
        TestCase("a.b.c.d/16"),
        TestCase("10.0.0.0/16 "),
        TestCase("10..0.0/16"),
        TestCase("10.0.0.99999999999/16")
    ]
    public void Anything_else_is_no_block(string text) => Assert.That(CidrBlock.Parse(text, out _), Is.Null);

    [TestCase("10.0.0.0/24", "10.0.0.128/25", true)]
    [TestCase("10.0.0.0/24", "10.0.1.0/24", false)]
    [TestCase("10.0.1.0/24", "10.0.0.0/24", false)]
    [TestCase("10.0.0.0/8", "10.255.255.255/32", true)]
    [TestCase("255.0.0.0/8", "0.0.0.0/8", false)]
    public void Blocks_overlap_when_they_share_an_address(string left, string right, bool overlap) =>
        Assert.That((Block(left).Overlaps(Block(right)), Block(right).Overlaps(Block(left))), Is.EqualTo((overlap, overlap)));

    [TestCase("10.0.0.0/16", 24, "", "0.0.0.0", "10.0.0.0/24")]
    [TestCase("10.0.0.0/16", 24, "10.0.0.0/25", "0.0.0.0", "10.0.1.0/24")]
    [TestCase("10.0.0.0/16", 24, "10.0.0.255/32", "0.0.0.0", "10.0.1.0/24")]
    [TestCase("10.0.0.0/16", 24, "10.0.1.0/24", "10.0.0.255", "10.0.2.0/24")]
    [TestCase("10.0.0.0/16", 24, "10.0.255.0/24", "10.0.255.0", "10.0.0.0/24")]
    [TestCase("10.0.0.0/16", 17, "10.0.3.0/28", "0.0.0.0", "10.0.128.0/17")]
    [TestCase("10.0.0.0/16", 16, "10.0.3.0/28", "0.0.0.0", null)]
    [TestCase("10.0.0.0/24", 16, "", "0.0.0.0", null)]
    [TestCase("255.255.0.0/16", 17, "255.255.128.0/17", "0.0.0.0", "255.255.0.0/17")]
    [TestCase("255.255.0.0/16", 17, "255.255.0.0/17 255.255.255.0/24", "0.0.0.0", null)]
    public void A_free_block_is_the_first_behind_a_place_or_the_first_of_all(
        string whole,
        int prefix,
        string taken,
        string from,
        string? free
    )
    {
        var blocks = taken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Block);

        Assert.That(Block(whole).FindFree(prefix, blocks, Block($"{from}/32").Address)?.ToString(), Is.EqualTo(free));
    }

    private static CidrBlock Block(string text) => CidrBlock.Parse(text, out _)!.Value;
}
