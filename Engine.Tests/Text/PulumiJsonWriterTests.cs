using System.Globalization;
using System.Text;
using System.Text.Json;
using Engine.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Engine.Tests.Text;

public sealed class PulumiJsonWriterTests
{
    [TestCase(0d, "0")]
    [TestCase(-0d, "-0")]
    [TestCase(1d, "1")]
    [TestCase(-12.5, "-12.5")]
    [TestCase(1e15, "1000000000000000")]
    [TestCase(123456789012345680d, "123456789012345680")]
    [TestCase(1e20, "100000000000000000000")]
    [TestCase(1e21, "1e+21")]
    [TestCase(-1.5e300, "-1.5e+300")]
    [TestCase(0.000001, "0.000001")]
    [TestCase(0.0000015, "0.0000015")]
    [TestCase(1.5e-7, "1.5e-7")]
    [TestCase(5e-324, "5e-324")]
    public void Numbers_are_spelt_as_Pulumi_spells_them(double number, string text) =>
        Assert.That(PulumiNumbers.Text(number), Is.EqualTo(text));

    [Test]
    public void Any_number_reads_back_as_itself() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<double>().Filter(double.IsFinite),
                number => double.Parse(PulumiNumbers.Text(number), CultureInfo.InvariantCulture).Equals(number)
            )
            .QuickCheckThrowOnFailure();

    [TestCase("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [TestCase("<a href='x'>&</a>", "\"\\u003ca href='x'\\u003e\\u0026\\u003c/a\\u003e\"")]
    [TestCase("\n\r\t\b\f\u0001\u007f", "\"\\n\\r\\t\\b\\f\\u0001\u007f\"")]
    [TestCase("é 漢字 😀", "\"é 漢字 😀\"")]
    [TestCase("\u2028\u2029", "\"\\u2028\\u2029\"")]
    public void Texts_are_escaped_as_Pulumi_escapes_them(string text, string json) =>
        Assert.That(PulumiJsonWriter.Compact(writer => writer.String(text)), Is.EqualTo(json));

    [Test]
    public void Any_text_reads_back_as_itself() =>
        Prop.ForAll(
                ArbMap
                    .Default.ArbFor<string>()
                    .Filter(text => text is not null && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text),
                text =>
                    JsonDocument.Parse(PulumiJsonWriter.Compact(writer => writer.String(text))).RootElement.GetString() == text
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void Levels_are_indented_and_empty_containers_stay_closed()
    {
        using var stream = new MemoryStream();
        using (var writer = new PulumiJsonWriter(stream, 4))
        {
            writer.StartObject();
            writer.Name("a");
            writer.StartArray();
            writer.Number(1L);
            writer.StartObject();
            writer.EndObject();
            writer.EndArray();
            writer.Name("b");
            writer.StartArray();
            writer.EndArray();
            writer.Name("c");
            writer.Null();
            writer.EndObject();
            writer.Line();
        }

        Assert.That(
            Encoding.UTF8.GetString(stream.ToArray()),
            Is.EqualTo("{\n    \"a\": [\n        1,\n        {}\n    ],\n    \"b\": [],\n    \"c\": null\n}\n")
        );
    }

    [Test]
    public void A_document_larger_than_its_buffer_is_written_whole()
    {
        using var stream = new MemoryStream();
        using (var writer = new PulumiJsonWriter(stream, 0))
        {
            writer.StartArray();
            for (var index = 0; index < 50_000; index++)
            {
                writer.StartArray();
                writer.String("é" + index);
                writer.EndArray();
            }
            writer.EndArray();
        }

        Assert.That(JsonDocument.Parse(stream.ToArray()).RootElement.GetArrayLength(), Is.EqualTo(50_000));
    }
}
