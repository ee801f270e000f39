using Infra.Observability.Alarms;
using Infra.Settings.Mail;
using Infra.Settings.Observability;

namespace Infra.Observability.Dashboards;

/// <summary>The rows of promises and of mail. There is none of costs: budgets measure nothing in CloudWatch.</summary>
internal static class OperationsRows
{
    private const int HourSeconds = 3600;
    private const int DaySeconds = 86_400;

    /// <summary>What was promised to callers of an API, by the hour and by the day.</summary>
    public static DashboardRow Availability(ApiWatch api, AvailabilitySettings promise)
    {
        var line = new FormulaLine("answered", AvailabilityAlarms.Share(api, promise.MinimumRequests));
        return new("Availability", Share("by the hour", HourSeconds), Share("by the day", DaySeconds));

        FormulaWidget Share(string title, int seconds) =>
            new($"Answered {title} (%)", line)
            {
                PeriodSeconds = seconds,
                Threshold = promise.Percent,
                // From 0 on, one error in a thousand could not be seen.
                Lowest = Math.Round(100 - (10 * (100 - promise.Percent)), 4),
            };
    }

    /// <summary>What became of mail, and what SES thinks of the sender.</summary>
    public static DashboardRow Mail(MailWatch mail, MailLimitSettings limits) =>
        new(
            "Mail",
            new MetricWidget(
                "Mail",
                new("sent", MailAlarms.Metric(mail, "Send", "Sum")),
                new("delivered", MailAlarms.Metric(mail, "Delivery", "Sum")),
                new("came back", MailAlarms.Metric(mail, "Bounce", "Sum")),
                new("called spam", MailAlarms.Metric(mail, "Complaint", "Sum"))
            )
            {
                PeriodSeconds = HourSeconds,
            },
            new MetricWidget(
                "Share that came back",
                new MetricLine("bounces", MailAlarms.Metric(mail, "Reputation.BounceRate", "Average"))
            )
            {
                PeriodSeconds = HourSeconds,
                Threshold = limits.BouncePercent / 100.0,
            },
            new MetricWidget(
                "Share called spam",
                new MetricLine("complaints", MailAlarms.Metric(mail, "Reputation.ComplaintRate", "Average"))
            )
            {
                PeriodSeconds = HourSeconds,
                Threshold = limits.ComplaintPermille / 1000.0,
            }
        );
}
