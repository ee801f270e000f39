using System.Text.Json;
using Engine.Model;
using Engine.Monitor;
using Engine.Projects;
using Engine.Values;

namespace Engine.Providers.Aws;

/// <summary>
/// The account, region and zones a stack declares, and where: its explicit provider, else its configuration, else a built-in value.
/// Everything answered is noted as an assumption.
/// </summary>
internal sealed class AwsFacts(IReadOnlyDictionary<string, ConfigEntry> config, string stack, AssumptionLog assumptions)
{
    private const string AccountsKey = "aws:allowedAccountIds";
    private const string RegionKey = "aws:region";
    private const string ZonesKey = "infra:availabilityZones";
    private const string SomeAccount = "111111111111";
    private const string SomeRegion = "us-east-1";

    public string Account(Node provider)
    {
        var (account, source) =
            !provider.Step.Internal && FirstText(provider.State.Inputs["allowedAccountIds"].AsText()) is { } own
                ? (own, Provider(provider))
            : FirstText(config.GetValueOrDefault(AccountsKey)?.Text) is { } set ? (set, Source(AccountsKey))
            : (SomeAccount, Unset(AccountsKey));
        assumptions.Add("account", account, source);
        return account;
    }

    /// <summary>The region of a provider; nothing when it is not known before deployment.</summary>
    public AwsRegion? Region(Node provider)
    {
        if (provider.State.Inputs["region"]?.Unwrap() is UnknownValue)
            return null;
        var (region, source) =
            !provider.Step.Internal && provider.State.Inputs["region"].AsText() is { Length: > 0 } own ? (own, Provider(provider))
            : config.GetValueOrDefault(RegionKey)?.Text is { Length: > 0 } set ? (set, Source(RegionKey))
            : (SomeRegion, Unset(RegionKey));
        assumptions.Add("region", region, source);
        return AwsRegion.Of(region);
    }

    public IReadOnlyList<string> Zones(AwsRegion region)
    {
        var declared = Texts(config.GetValueOrDefault(ZonesKey)?.Text)
            .Select(zone => zone.Length == 1 ? region.Name + zone : zone)
            .Where(zone => zone.StartsWith(region.Name, StringComparison.Ordinal))
            .ToList();
        var (zones, source) = declared.Count > 0 ? (declared, Source(ZonesKey)) : ([.. region.Zones], Unset(ZonesKey));
        assumptions.Add("zones", string.Join(", ", zones), source);
        return zones;
    }

    private string Source(string key) => config[key].Source;

    private string Unset(string key) => $"built in; set {key} in Pulumi.{stack}.yaml";

    private static string Provider(Node provider) => $"provider {Urns.Name(provider.Urn)}";

    private static string? FirstText(string? json) => Texts(json).FirstOrDefault();

    /// <summary>The items of a JSON list, numbers as texts; a text that is none stands for itself.</summary>
    private static List<string> Texts(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return [];
        if (json.AsSpan().TrimStart() is not ['[', ..])
            return [json.Trim()];
        try
        {
            using var document = JsonDocument.Parse(json);
            return
            [
                .. document
                    .RootElement.EnumerateArray()
                    .Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText()),
            ];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
