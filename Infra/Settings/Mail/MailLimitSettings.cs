namespace Infra.Settings.Mail;

/// <summary>How much mail may be sent, which SES bounds for the whole account and region, and what it puts up with.</summary>
internal sealed record MailLimitSettings
{
    [Setting(
        "Mails a second that functions send at the most, which they are told; SES turns away what is above the account's own rate.",
        Unit = "mails a second",
        Min = 1,
        Max = 1000
    )]
    public int PerSecond { get; init; } = 1;

    [Setting("Mails that SES lets the account send in 24 hours. In the sandbox 200.", Unit = "mails", Min = 1)]
    public int PerDay { get; init; } = 50_000;

    [Setting("The share of either from which on it is told.", Unit = "percent", Min = 1, Max = 100)]
    public int WarnPercent { get; init; } = 80;

    [Setting(
        "Mails that came back. SES reviews accounts above 5 percent and stops them above 10.",
        Unit = "percent",
        Min = 1,
        Max = 10
    )]
    public int BouncePercent { get; init; } = 5;

    [Setting(
        "Mails of 1000 that people called spam. SES reviews accounts above 1 of 1000 and stops them above 5.",
        Unit = "of 1000",
        Min = 1,
        Max = 5
    )]
    public int ComplaintPermille { get; init; } = 1;
}
