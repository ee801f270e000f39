using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Generator.Json;

namespace Generator.Tests.Json;

public sealed class JsonReaderTests
{
    [Test]
    public void All_kinds_of_values_are_read_with_the_order_and_place_of_members()
    {
        var value = JsonReader.Read("""{ "b": [true, false, null], "a": { "n": -1.5e3, "s": "x" } }""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(value.Members.Select(m => m.Name), Is.EqualTo(["b", "a"]));
            Assert.That(value.Members[1].Position, Is.EqualTo(28));
            Assert.That(value["b"]!.Items.Select(i => i.Kind), Is.EqualTo([JsonKind.True, JsonKind.False, JsonKind.Null]));
            Assert.That(value["a"]!["n"]!.AsDouble, Is.EqualTo(-1500));
            Assert.That(value["a"]!["s"]!.AsString, Is.EqualTo("x"));
            Assert.That(value["a"]!["s"]!.Position, Is.EqualTo(53));
            Assert.That(value["c"], Is.Null);
        }
    }

    [TestCase(
        """
            "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"
            """,
        "\"\\/\b\f\n\r\té😀"
    )]
    [TestCase("\"a\\nb\\nc\"", "a\nb\nc")]
    [TestCase("\"\"", "")]
    public void Escapes_in_strings_are_undone(string json, string expected) =>
        Assert.That(JsonReader.Read(json).AsString, Is.EqualTo(expected));

    [TestCase("", 0, "got the end of the text, want a value")]
    [TestCase("  ", 2, "got the end of the text, want a value")]
    [TestCase("{\"a\":1,}", 7, "got '}', want a name in double quotes")]
    [TestCase("{\"a\" 1}", 5, "got '1', want ':'")]
    [TestCase("[1 2]", 3, "got '2', want ',' or ']'")]
    [TestCase("[1,]", 3, "got ']', want a value")]
    [TestCase("{\"a\":1", 6, "got the end of the text, want ',' or '}'")]
    [TestCase("\"abc", 4, "got the end of the text, want '\"'")]
    [TestCase("\"\\x\"", 2, "got 'x', want one of \" \\ / b f n r t or u and four hexadecimal digits")]
    [TestCase("\"\\u12g4\"", 2, "got 'u', want one of \" \\ / b f n r t or u and four hexadecimal digits")]
    [TestCase("\"a\nb\"", 2, "got '\n', want an escape, because control characters cannot stand in a string")]
    [TestCase("01", 1, "got '1', want the end of the text")]
    [TestCase("1.", 2, "got the end of the text, want a digit")]
    [TestCase("-", 1, "got the end of the text, want a digit")]
    [TestCase("1e+", 3, "got the end of the text, want a digit")]
    [TestCase("tru", 0, "got 't', want a value")]
    [TestCase("true false", 5, "got 'f', want the end of the text")]
    [TestCase("// no", 0, "got '/', want a value")]
    public void What_is_not_JSON_is_refused_where_it_stops_being_JSON(string json, int position, string message)
    {
        var error = Assert.Throws<JsonFormatException>(() => JsonReader.Read(json));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Message, Is.EqualTo(message));
            Assert.That(error.Position, Is.EqualTo(position));
        }
    }

    [Test]
    public void Nesting_that_would_exhaust_the_stack_is_refused() =>
        Assert.That(
            () => JsonReader.Read(new string('[', 100_000)),
            Throws.TypeOf<JsonFormatException>().With.Message.EqualTo("nested deeper than 256 levels")
        );

    [Test]
    public void Of_two_members_with_one_name_the_last_counts() =>
        Assert.That(JsonReader.Read("""{"a":1,"a":2}""")["a"]!.Text, Is.EqualTo("2"));

    [Test]
    public void Any_string_comes_back_as_it_was_written() =>
        Prop.ForAll<string>(text => JsonReader.Read(JsonSerializer.Serialize(text ?? "")).AsString == (text ?? ""))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Any_number_comes_back_as_it_was_written() =>
        Prop.ForAll<NormalFloat>(number => JsonReader.Read(JsonSerializer.Serialize(number.Get)).AsDouble.Equals(number.Get))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Any_list_of_maps_keeps_its_shape() =>
        Prop.ForAll<List<Dictionary<Guid, int[]>>>(maps =>
            {
                var read = JsonReader.Read(JsonSerializer.Serialize(maps));
                return read.Items.Count == maps.Count
                    && read.Items.Zip(maps)
                        .All(pair =>
                            pair.First.Members.Select(m => m.Name).SequenceEqual(pair.Second.Keys.Select(k => k.ToString()))
                            && pair.First.Members.Select(m => m.Value.Items.Select(i => (int)i.AsDouble))
                                .Zip(pair.Second.Values)
                                .All(p => p.First.SequenceEqual(p.Second))
                        );
            })
            .QuickCheckThrowOnFailure();
}
