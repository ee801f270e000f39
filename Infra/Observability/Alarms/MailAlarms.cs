using Infra.Settings.Mail;

namespace Infra.Observability.Alarms;

/// <summary>The alarms of sent mail: before SES stops the account, and before mail is turned away.</summary>
internal static class MailAlarms
{
    private const int MinuteSeconds = 60;
    private const int HourSeconds = 3600;
    private const int DaySeconds = 86_400;

    /// <summary>The rows.</summary>
    public static IEnumerable<AlarmRow> Rows(MailWatch watch, MailLimitSettings limits)
    {
        yield return Row(
            watch,
            "bounces",
            AlertSeverity.High,
            $"Alert when more than {limits.BouncePercent}% of the mail of {watch.ConfigurationSet} comes back"
        ) with
        {
            Metric = Metric(watch, "Reputation.BounceRate", "Average"),
            Threshold = limits.BouncePercent / 100.0,
            Highest = 1,
            PeriodSeconds = HourSeconds,
            EvaluationPeriods = 1,
        };
        yield return Row(
            watch,
            "complaints",
            AlertSeverity.High,
            $"Alert when more than {limits.ComplaintPermille} of 1000 mails of {watch.ConfigurationSet} are called spam"
        ) with
        {
            Metric = Metric(watch, "Reputation.ComplaintRate", "Average"),
            Threshold = limits.ComplaintPermille / 1000.0,
            Highest = 1,
            PeriodSeconds = HourSeconds,
            EvaluationPeriods = 1,
        };
        var rate = limits.PerSecond * (double)MinuteSeconds * limits.WarnPercent / 100;
        yield return Row(
            watch,
            "rate",
            AlertSeverity.Warning,
            $"Alert when more than {limits.WarnPercent}% of {limits.PerSecond} mails a second are sent for five minutes"
        ) with
        {
            Metric = Metric(watch, "Send", "Sum"),
            Threshold = rate,
            PeriodSeconds = MinuteSeconds,
            EvaluationPeriods = 5,
        };
        yield return Row(
            watch,
            "quota",
            AlertSeverity.Warning,
            $"Alert when more than {limits.WarnPercent}% of the {limits.PerDay} mails of a day are sent"
        ) with
        {
            Metric = Metric(watch, "Send", "Sum"),
            Threshold = limits.PerDay * (double)limits.WarnPercent / 100,
            PeriodSeconds = DaySeconds,
            EvaluationPeriods = 1,
        };
    }

    /// <summary>A metric of the configuration set; without it, it would be all mail of the account.</summary>
    public static MetricSource Metric(MailWatch watch, string metric, string statistic) =>
        new MetricSource("AWS/SES", metric, statistic).Of("ses:configuration-set", watch.ConfigurationSet);

    private static AlarmRow Row(MailWatch watch, string key, AlertSeverity severity, string description) =>
        new()
        {
            Key = $"{watch.Key}-{key}",
            Watches = watch.Thing,
            Severity = severity,
            Description = description,
            Runbook = $"mail.md#{key}",
            Threshold = 0,
            // Where nothing is sent, nothing is measured.
            MissingData = MissingData.NotBreaching,
        };
}
