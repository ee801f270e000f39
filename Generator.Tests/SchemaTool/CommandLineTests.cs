using System.Text;
using Tool = SchemaTool.Program;

namespace Generator.Tests.SchemaTool;

public sealed class CommandLineTests
{
    private const string Schema = """{"name":"t","version":"1","resources":{"t:a:B":{}}}""";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("schema-tool-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_schema_is_read_from_a_file_or_from_standard_input()
    {
        var (schema, tokens) = (Write("schema.json", Schema), Write("tokens.txt", "t:a:B"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Run("", schema, tokens, In("file.json")), Is.EqualTo((0, "")));
            Assert.That(Run(Schema, "-", tokens, In("input.json")), Is.EqualTo((0, "")));
            Assert.That(File.ReadAllText(In("file.json")), Does.Contain("\"t:a:B\": {}"));
            Assert.That(File.ReadAllText(In("input.json")), Is.EqualTo(File.ReadAllText(In("file.json"))));
        }
    }

    [Test]
    public void Nothing_is_written_when_a_token_is_unknown()
    {
        var output = Write("out.json", "as it was");

        var (code, message) = Run(Schema, "-", Write("tokens.txt", "t:a:C"), output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(
                message,
                Is.EqualTo("1 listed tokens are no resource or function of t:\n  - t:a:C; did you mean 't:a:B'?\n")
            );
            Assert.That(File.ReadAllText(output), Is.EqualTo("as it was"));
        }
    }

    [Test]
    public void A_missing_file_is_a_message_and_no_stack_trace()
    {
        var (code, message) = Run("", In("missing.json"), In("tokens.txt"), In("out.json"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(message, Does.Contain("missing.json").And.Not.Contain("   at "));
    }

    [TestCase(2)]
    [TestCase(2, "one")]
    [TestCase(2, "one", "two", "three", "four")]
    [TestCase(0, "--help")]
    public void Help_is_shown_when_asked_for_and_when_the_command_line_is_wrong(int expected, params string[] args)
    {
        var (code, message) = Run("", args);

        Assert.That(code, Is.EqualTo(expected));
        Assert.That(message, Does.Contain("Usage: dotnet run --project Sdk/SchemaTool"));
    }

    private static (int Code, string Message) Run(string input, params string[] args)
    {
        using var messages = new StringWriter { NewLine = "\n" };
        var code = Tool.Run(args, () => new MemoryStream(Encoding.UTF8.GetBytes(input)), messages);
        return (code, messages.ToString());
    }

    private string In(string file) => Path.Combine(_folder, file);

    private string Write(string file, string text)
    {
        File.WriteAllText(In(file), text);
        return In(file);
    }
}
