namespace Infra.Identity;

/// <summary>The flows in AWS's words.</summary>
internal static class AuthFlows
{
    /// <summary>The word for a flow.</summary>
    public static string Name(AuthFlow flow) =>
        flow switch
        {
            AuthFlow.Srp => "ALLOW_USER_SRP_AUTH",
            AuthFlow.Custom => "ALLOW_CUSTOM_AUTH",
            AuthFlow.Choice => "ALLOW_USER_AUTH",
            AuthFlow.Refresh => "ALLOW_REFRESH_TOKEN_AUTH",
            AuthFlow.PlainPassword => "ALLOW_USER_PASSWORD_AUTH",
            _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "unknown flow"),
        };

    /// <summary>The words in the order of the alphabet, as AWS gives them back.</summary>
    public static string[] Names(IEnumerable<AuthFlow> flows) => [.. flows.Select(Name).Distinct().Order(StringComparer.Ordinal)];
}
