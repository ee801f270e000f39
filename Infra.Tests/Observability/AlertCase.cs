using Infra.Observability;

namespace Infra.Tests.Observability;

/// <summary>Topics with every kind of receiver.</summary>
internal static class AlertCase
{
    public static AlertTopicsArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            KeyArn = "arn:key",
            Critical = new()
            {
                Emails = ["oncall@example.com"],
                Https = ["https://events.example.com/hook"],
                SlackChannelId = "C0123456789",
            },
            Warning = new() { Emails = ["team@example.com"], SlackChannelId = "C9876543210" },
            SlackTeamId = "T0123456789",
        };

    public static Task<Sandbox> RunAsync(AlertTopicsArgs args) => Sandbox.RunAsync(() => _ = new AlertTopics("idp", args));
}
