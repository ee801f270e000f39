namespace Infra.Settings.Identity;

/// <summary>Thresholds of the user pool.</summary>
internal sealed record UserPoolAlarmSettings
{
    [Setting("Share of sign-ins that fail, three times in a row over five minutes.", Unit = "percent", Min = 1, Max = 99)]
    public int SignInFailurePercent { get; init; } = 50;

    [Setting(
        "Sign-ins in five minutes below which failed ones are not judged: one mistyped password at night is no attack.",
        Min = 1
    )]
    public int SignInFewest { get; init; } = 20;

    [Setting("Requests that Cognito turned away in five minutes because there were too many.", Min = 0)]
    public int Throttled { get; init; }

    [Setting("Requests in five minutes that most likely take over an account.", Min = 0)]
    public int AccountTakeovers { get; init; }

    [Setting("Requests in five minutes with a password that is known to be stolen.", Min = 0)]
    public int CompromisedCredentials { get; init; } = 10;

    [Setting("Risky requests that were blocked in five minutes.", Min = 0)]
    public int Blocked { get; init; } = 10;
}
