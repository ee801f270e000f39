using System.Text;

namespace SchemaTool;

internal static class Program
{
    private const string Usage = """
        Reduces an official Pulumi package schema to what this repository needs of it.

        Usage: dotnet run --project Sdk/SchemaTool -- <official-schema.json | -> <tokens.txt> <reduced.json>

          official-schema.json  what `pulumi package get-schema aws@7.48.0` prints; - reads it from standard input
          tokens.txt            the resources and functions to keep, one token a line, # starts a comment
          reduced.json          where to write; replaced only if every token was found

        Example:
          pulumi package get-schema aws@7.48.0 |
            dotnet run --project Sdk/SchemaTool -- - Sdk/schemas/aws.tokens.txt Sdk/schemas/aws.json

        Exit codes: 0 written, 1 the schema or the tokens are wrong (nothing written), 2 the command line is wrong.
        """;

    public static int Main(string[] args) => Run(args, Console.OpenStandardInput, Console.Error);

    internal static int Run(string[] args, Func<Stream> standardInput, TextWriter messages)
    {
        if (args is not [var official, var tokens, var output] || args[0] is "-h" or "--help")
        {
            messages.WriteLine(Usage);
            return args is ["-h" or "--help"] ? 0 : 2;
        }
        try
        {
            using var input = official == "-" ? standardInput() : File.OpenRead(official);
            var reduced = SchemaReducer.Reduce(input, File.ReadAllLines(tokens));
            File.WriteAllText(output, reduced.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            foreach (var note in reduced.Notes)
                messages.WriteLine(note);
            return 0;
        }
        catch (Exception error) when (error is SchemaException or IOException or UnauthorizedAccessException)
        {
            messages.WriteLine(error.Message);
            return 1;
        }
    }
}
