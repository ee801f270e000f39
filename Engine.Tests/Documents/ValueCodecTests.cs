using System.Text.Json;
using Engine.Documents;
using Engine.Text;
using Engine.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Documents;

public sealed class ValueCodecTests
{
    private const string Sig = "\"4dabf18193072939515e22adb298388d\"";

    private static IEnumerable<TestCaseData> Forms()
    {
        yield return new(V.Of(null), "null");
        yield return new(V.Map(("b", 1.5), ("a", V.List(true, "x"))), """{"a":[true,"x"],"b":1.5}""");
        yield return new(V.Unknown, "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"");
        yield return new(
            V.Of(double.NaN),
            $$$"""{{{{Sig}}}:"8ad145fe-0d11-4827-bfd7-1abcbf086f5c","value":"fff8000000000000"}"""
        );
        yield return new(
            V.Of(double.NegativeInfinity),
            $$$"""{{{{Sig}}}:"8ad145fe-0d11-4827-bfd7-1abcbf086f5c","value":"fff0000000000000"}"""
        );
        yield return new(
            new ByteStringValue([0xff, 0x00]),
            $$$"""{{{{Sig}}}:"803fd3297a5875dc03ca845dda5d2a98","value":"/wA="}"""
        );
        yield return new(
            new AssetValue(AssetSource.Path, "a.txt") { Hash = "ab" },
            $$$"""{{{{Sig}}}:"c44067f5952c0a294b673a41bacd8c17","hash":"ab","path":"a.txt"}"""
        );
        yield return new(
            new AssetValue(AssetSource.Uri, "https://x") { Hash = "ab" },
            $$$"""{{{{Sig}}}:"c44067f5952c0a294b673a41bacd8c17","hash":"ab","uri":"https://x"}"""
        );
        yield return new(
            new AssetValue(AssetSource.Text, "") { Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
            $$$"""{{{{Sig}}}:"c44067f5952c0a294b673a41bacd8c17","hash":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}"""
        );
        yield return new(
            new ArchiveValue(AssetSource.Text, "", V.Map(("f", new AssetValue(AssetSource.Path, "x") { Hash = "1" })))
            {
                Hash = "2",
            },
            $$$"""{{{{Sig}}}:"0def7320c3a5731c473e5ecbe6d01bc7","assets":{"f":{{{{Sig}}}:"c44067f5952c0a294b673a41bacd8c17","hash":"1","path":"x"}},"hash":"2"}"""
        );
        yield return new(
            new ArchiveValue(AssetSource.Path, "./d", null) { Hash = "2" },
            $$$"""{{{{Sig}}}:"0def7320c3a5731c473e5ecbe6d01bc7","hash":"2","path":"./d"}"""
        );
        yield return new(
            new ResourceReferenceValue("urn:pulumi:s::p::t::n", V.Of("i"), "1.0.0"),
            $$$"""{{{{Sig}}}:"5cf8f73096256a8f31e491e813e4eb8e","id":"i","packageVersion":"1.0.0","urn":"urn:pulumi:s::p::t::n"}"""
        );
        yield return new(
            new ResourceReferenceValue("urn:pulumi:s::p::t::n", V.Unknown, ""),
            $$$"""{{{{Sig}}}:"5cf8f73096256a8f31e491e813e4eb8e","id":"","packageVersion":"","urn":"urn:pulumi:s::p::t::n"}"""
        );
        yield return new(
            new ResourceReferenceValue("urn:pulumi:s::p::t::n", null, ""),
            $$$"""{{{{Sig}}}:"5cf8f73096256a8f31e491e813e4eb8e","packageVersion":"","urn":"urn:pulumi:s::p::t::n"}"""
        );
    }

    [TestCaseSource(nameof(Forms))]
    public void Each_kind_has_its_form_and_reads_back(PropertyValue value, string json)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Write(value, SecretForm.Sealed), Is.EqualTo(json));
            Assert.That(Read(json), Is.EqualTo(value));
        }
    }

    [Test]
    public void A_text_asset_gets_the_hash_of_its_text() =>
        Assert.That(
            Write(new AssetValue(AssetSource.Text, "abc"), SecretForm.Masked),
            Does.Contain("\"hash\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\",\"text\":\"abc\"")
        );

    [Test]
    public void Secrets_are_never_written()
    {
        var value = V.Map(("a", V.Secret("canary")), ("b", V.List(V.Secret(V.Map(("canary", V.Unknown))))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Write(value, SecretForm.Masked), Is.EqualTo("""{"a":"[secret]","b":["[secret]"]}"""));
            Assert.That(
                Write(value, SecretForm.Sealed),
                Is.EqualTo(
                    $$$"""{"a":{{{{Sig}}}:"1b47061264138c4ac30d75fd1eb44270","ciphertext":"[secret]"},"b":[{{{{Sig}}}:"1b47061264138c4ac30d75fd1eb44270","ciphertext":"[secret]"}]}"""
                )
            );
            Assert.That(Write(new ByteStringValue([1]), SecretForm.Masked), Is.EqualTo("\"b\\\"AQ==\\\"\""));
        }
    }

    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\"abc\""}""", "abc")]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"OPEN \"abc\""}""", "abc")]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"closed"}""", null)]
    public void What_a_secret_hides_is_json(string json, string? text) =>
        Assert.That(Read(json), Is.EqualTo(V.Secret(text is null ? V.Unknown : V.Of(text))));

    [Test]
    public void Secrets_inside_a_secret_are_not_encrypted_again()
    {
        const string Json = """
            {"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270",
             "plaintext":"{\"a\":{\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\",\"ciphertext\":\"5\"}}"}
            """;

        Assert.That(Read(Json), Is.EqualTo(V.Secret(V.Map(("a", V.Secret(5))))));
    }

    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270"}""", "neither or both")]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":"\"canary"}""", "no JSON")]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"ffff"}""", "unknown kind ffff")]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"5cf8f73096256a8f31e491e813e4eb8e"}""", "without urn")]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"0def7320c3a5731c473e5ecbe6d01bc7"}""", "an archive without")]
    public void What_is_incomplete_is_refused_without_its_content(string json, string message) =>
        Assert.That(
            () => Read(json),
            Throws.TypeOf<FormatException>().With.Message.Contains(message).And.Message.Not.Contains("canary")
        );

    [Test]
    public void Any_value_without_secrets_reads_back_as_itself() =>
        Prop.ForAll(AnyValue.Values().ToArbitrary(), value => Same(Read(Write(value, SecretForm.Sealed)), value))
            .QuickCheckThrowOnFailure();

    // A text that is the mark of the unknown, or a map that has the special key, cannot be told from what it stands for: none is made here.
    private static bool Same(PropertyValue left, PropertyValue right) => left.Equals(right);

    private static string Write(PropertyValue value, SecretForm form) =>
        PulumiJsonWriter.Compact(writer => ValueWriter.Write(writer, value, form));

    private static PropertyValue Read(string json) => new ValueReader(new Opener()).Value(JsonDocument.Parse(json).RootElement);

    private sealed class Opener : ISecretReader
    {
        public string? Open(string ciphertext) =>
            ciphertext.StartsWith("OPEN ", StringComparison.Ordinal) ? ciphertext[5..] : null;
    }
}
