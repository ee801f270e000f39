using Infra.Observability;
using Infra.Validation;

namespace Infra.Settings.Observability;

/// <summary>Settings of who hears of trouble.</summary>
internal sealed record AlertSettings
{
    [Setting("Who is woken by critical and high alerts.")]
    public AlertReceiverSettings Critical { get; init; } = new();

    [Setting("Who reads the warnings.")]
    public AlertReceiverSettings Warning { get; init; } = new();

    [Setting(
        "The Slack workspace of the channels, none by default. Somebody must authorise it once by hand in the AWS console.",
        Form = "an id such as T0123456789",
        Pattern = "^T[A-Z0-9]{8,}$"
    )]
    public string? SlackTeamId { get; init; }

    /// <summary>What single settings cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in Critical.Receivers.Validate())
            yield return problem.Under("critical");
        foreach (var problem in Warning.Receivers.Validate())
            yield return problem.Under("warning");
        if (SlackTeamId is null && (Critical.SlackChannelId ?? Warning.SlackChannelId) is { } channel)
            yield return new("slackTeamId", null, $"the workspace of {channel}", "a channel needs it");
    }
}
