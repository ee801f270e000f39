using System.Text.Json;

namespace Infra.Cli.Stacks;

/// <summary>The accounts that a stack file allows.</summary>
internal static class AllowedAccounts
{
    /// <summary>The key in the stack file.</summary>
    public const string Key = "aws:allowedAccountIds";

    /// <summary>Reads the value of the key, a JSON list as Pulumi's provider takes it. Default: the file names none.</summary>
    public static string[]? Read(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, AccountJson.Default.StringArray);
        }
        catch (JsonException)
        {
            return [text!];
        }
    }
}
