using System.Text.Json;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>Reads the keys of Pulumi's AWS provider: where the stack lives. Credentials come from the environment, never from a file.</summary>
internal static class AwsConfig
{
    /// <summary>The namespace of the keys.</summary>
    public const string Namespace = "aws";

    /// <summary>The keys that the program hands on to its provider; any other would be ignored without a word.</summary>
    public static readonly string[] Keys = ["region", "allowedAccountIds"];

    private const string RegionKey = "aws:region";
    private const string AccountsKey = "aws:allowedAccountIds";

    /// <summary>The region; empty when there is a problem.</summary>
    public static string Region(StackConfig config, ICollection<Problem> problems)
    {
        var region = config.Get(RegionKey);
        if (
            region?.Split('-') is { Length: >= 3 } parts
            && parts.All(part => part.Length > 0)
            && parts[^1].All(char.IsAsciiDigit)
        )
            return region;
        problems.Add(new(RegionKey, region, "a region such as ap-northeast-1", "say where the stack lives"));
        return "";
    }

    /// <summary>The account; empty when there is a problem.</summary>
    public static string AccountId(StackConfig config, ICollection<Problem> problems)
    {
        var text = config.Get(AccountsKey);
        if (Ids(text) is [{ Length: 12 } account] && account.All(char.IsAsciiDigit))
            return account;
        const string Want = "a list of one account id, 12 digits in quotes";
        problems.Add(new(AccountsKey, text, Want, "a stack lives in one account and is refused in every other"));
        return "";
    }

    private static string[] Ids(string? json)
    {
        try
        {
            return json is null ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
