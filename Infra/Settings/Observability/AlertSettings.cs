using Infra.Observability;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Observability;

/// <summary>Settings of who hears of trouble.</summary>
internal sealed record AlertSettings
{
    [Setting("Who is woken by critical and high alerts.")]
    public AlertReceiverSettings Critical { get; init; } = new();

    [Setting("Who reads the warnings.")]
    public AlertReceiverSettings Warning { get; init; } = new();

    [Setting("Whether warnings have a topic of their own. Otherwise all alerts go to the receivers of critical ones.")]
    public bool WarningsApart { get; init; } = true;

    [Setting(
        "The Slack workspace of the channels, none by default. Somebody must authorise it once by hand in the AWS console.",
        Form = "an id such as T0123456789",
        Pattern = SlackId.TeamPattern
    )]
    public string? SlackTeamId { get; init; }

    /// <summary>The topics with these receivers.</summary>
    /// <param name="context">The stack, with the region of the topics.</param>
    /// <param name="keyArn">The key of that region that encrypts them.</param>
    /// <param name="mustBeHeard">Whether it is warned of when nobody hears them. Default: false, other topics are heard.</param>
    public AlertTopicsArgs ToArgs(StackContext context, Input<string> keyArn, bool mustBeHeard = false) =>
        new()
        {
            Context = context,
            KeyArn = keyArn,
            WarningsApart = WarningsApart,
            Critical = Critical.Receivers,
            Warning = Warning.Receivers,
            SlackTeamId = SlackTeamId,
            MustBeHeard = mustBeHeard,
        };

    /// <summary>The same without channels, for the topics of a second region: those of the first show both.</summary>
    public AlertSettings WithoutSlack =>
        this with
        {
            SlackTeamId = null,
            Critical = Critical with { SlackChannelId = null },
            Warning = Warning with { SlackChannelId = null },
        };

    /// <summary>What single settings cannot say.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in Critical.Receivers.Validate())
            yield return problem.Under("critical");
        foreach (var problem in Warning.Receivers.Validate())
            yield return problem.Under("warning");
        if (!WarningsApart && !Warning.Receivers.IsNobody)
            yield return new(
                "warning",
                "receivers",
                "none while warningsApart is false",
                "all alerts share the topic of critical ones: name the receivers there"
            );
        if (SlackTeamId is null && (Critical.SlackChannelId ?? Warning.SlackChannelId) is { } channel)
            yield return new("slackTeamId", null, $"the workspace of {channel}", "a channel needs it");
    }
}
