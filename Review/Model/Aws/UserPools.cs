using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>User pools of Cognito and who signs in to them.</summary>
internal static class UserPools
{
    /// <summary>The type of user pools.</summary>
    public const string Type = "aws:cognito/userPool:UserPool";

    /// <summary>The type of their clients.</summary>
    public const string Client = "aws:cognito/userPoolClient:UserPoolClient";

    /// <summary>Whether sign-ins are watched for threats, if only to count them.</summary>
    public static bool WatchesThreats(this Resource pool) =>
        pool["userPoolAddOns.advancedSecurityMode"].Text is "AUDIT" or "ENFORCED";

    /// <summary>Whether a client keeps a secret.</summary>
    public static bool HasSecret(this Resource client) => client["generateSecret"].Bool == true;

    /// <summary>Whether a client hands out tokens by an OAuth flow.</summary>
    public static bool Flows(this Resource client, string flow) => client["allowedOauthFlows"].Texts.Contains(flow);

    /// <summary>Whether people sign in by a client: machines have client_credentials alone.</summary>
    public static bool IsForPeople(this Resource client) =>
        !(client.Flows("client_credentials") && client["allowedOauthFlows"].Items.Count() == 1);

    /// <summary>Where a client sends people to.</summary>
    public static IEnumerable<Value> Urls(this Resource client) =>
        client["callbackUrls"].Items.Concat(client["logoutUrls"].Items);

    /// <summary>Whether an address is the developer's own machine.</summary>
    public static bool IsLocal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed is { IsLoopback: true, IsFile: false };

    /// <summary>The lifetime of a token; cannot be known where number or unit is not.</summary>
    /// <param name="client">The client.</param>
    /// <param name="token">The property of the lifetime without <c>Validity</c>.</param>
    /// <param name="defaultUnit">The unit that AWS takes.</param>
    /// <param name="absent">What AWS takes where nothing, or 0, is said.</param>
    /// <param name="shortest">The shortest that is right.</param>
    /// <param name="longest">The longest that is right.</param>
    public static Verdict Lifetime(
        this Resource client,
        string token,
        string defaultUnit,
        TimeSpan absent,
        TimeSpan shortest,
        TimeSpan longest
    )
    {
        var (number, unit) = (client[$"{token}Validity"], client[$"tokenValidityUnits.{token}"]);
        if (number.IsUnknown || unit.IsUnknown)
            return Verdict.CannotKnow($"{token}Validity is known only after the deployment");
        var word = unit.Text ?? defaultUnit;
        var lifetime = number.Number is > 0 and var value ? value * Unit(word) : absent;
        return Verdict.Of(
            lifetime >= shortest && lifetime <= longest,
            $"{token}Validity: got {(number.IsMissing ? $"{lifetime.TotalMinutes} minutes" : $"{number.Text} {word}")}, want {Words(shortest)} to {Words(longest)}"
        );
    }

    private static TimeSpan Unit(string word) =>
        word switch
        {
            "seconds" => TimeSpan.FromSeconds(1),
            "minutes" => TimeSpan.FromMinutes(1),
            "days" => TimeSpan.FromDays(1),
            _ => TimeSpan.FromHours(1),
        };

    private static string Words(TimeSpan time) => time.TotalDays >= 1 ? $"{time.TotalDays} days" : $"{time.TotalMinutes} minutes";
}
