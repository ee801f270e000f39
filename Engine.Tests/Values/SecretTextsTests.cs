using Engine.Values;
using FsCheck;
using FsCheck.Fluent;
using static Engine.Tests.Make;

namespace Engine.Tests.Values;

public sealed class SecretTextsTests
{
    [Test]
    public void Every_occurrence_is_masked_and_the_rest_stays() =>
        Assert.That(Of("swordfish").MaskIn("a swordfish, swordfish!"), Is.EqualTo("a [secret], [secret]!"));

    [Test]
    public void Overlapping_secrets_are_one_mask() =>
        Assert.That(Of("abcdef", "defghi").MaskIn("<abcdefghi>"), Is.EqualTo("<[secret]>"));

    [Test]
    public void A_secret_that_is_part_of_the_mask_does_no_harm() =>
        Assert.That(Of("secret", "swordfish").MaskIn("the secret swordfish"), Is.EqualTo("the [secret] [secret]"));

    [Test]
    public void Short_texts_are_not_masked_as_they_would_blot_out_ordinary_words() =>
        Assert.That(Of("prod").MaskIn("preview of prod"), Is.EqualTo("preview of prod"));

    [Test]
    public void Each_line_of_a_key_is_masked_because_consoles_print_lines() =>
        Assert.That(Of("-----BEGIN-----\nMIIabcdefg\n-----END-----").MaskIn("got MIIabcdefg"), Is.EqualTo("got [secret]"));

    [Test]
    public void Secrets_in_lists_maps_assets_and_numbers_are_found()
    {
        var secrets = new SecretTexts();
        secrets.Add(
            List(Map(("a", "in-a-map")), new AssetValue(AssetSource.Text, "in-an-asset"), 12345678, Secret("twice-secret"))
        );

        using (Assert.EnterMultipleScope())
        {
            foreach (var text in new[] { "in-a-map", "in-an-asset", "12345678", "twice-secret" })
                Assert.That(secrets.Finds(text), Is.True, text);
        }
    }

    [Test]
    public void Nothing_is_left_of_any_secret_in_any_text() =>
        Prop.ForAll(
                Gen.Elements("alpha-1", "beta-22", "alpha-1beta", "x\"y\"zzz", "ünïcödé").ListOf(3).ToArbitrary(),
                Gen.Elements("alpha-1", "beta-22", "alpha-1beta", "x\"y\"zzz", "ünïcödé", " ", "a", "-1b", "eta")
                    .ListOf(6)
                    .ToArbitrary(),
                (known, parts) =>
                {
                    var left = Of([.. known])
                        .MaskIn(string.Concat(parts))
                        .Replace(SecretValue.Mask, "\0", StringComparison.Ordinal);
                    return known.All(secret => !left.Contains(secret, StringComparison.Ordinal));
                }
            )
            .QuickCheckThrowOnFailure();

    private static SecretTexts Of(params string[] texts)
    {
        var secrets = new SecretTexts();
        foreach (var text in texts)
            secrets.Add(text);
        return secrets;
    }
}
