using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Generator.Tests.Support;

/// <summary>An additional file that exists in memory, with its role.</summary>
internal sealed class SchemaText(string path, string role, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public string Role => role;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    public static SchemaText Package(string json) => new("test.json", "package", json);

    public static SchemaText Tokens(params string[] lines) => new("test.tokens.txt", "tokens", string.Join('\n', lines));

    public static SchemaText Dependency(string json) => new("dependency.json", "dependency", json);

    /// <summary>A schema of this repository: "aws", "awsx" or "random".</summary>
    public static SchemaText Real(string package, string role = "package") =>
        new(
            package + ".json",
            role,
            File.ReadAllText(System.IO.Path.Combine(TestContext.CurrentContext.TestDirectory, "schemas", package + ".json"))
        );
}
