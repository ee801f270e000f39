using Review.Cost.Usage;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>Queues, topics, events, schedules and mail.</summary>
internal static class MessagePricing
{
    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Tokens.Queue, Queue),
        new(Tokens.Topic, Topic),
        new("aws:scheduler/schedule:Schedule", Schedule),
        new("aws:cloudwatch/eventBus:EventBus", static bill => bill.Usage("events-custom", bill.Assume(UsageSettings.Events))),
        new(
            Tokens.EventRule,
            static bill => bill.Free("rules cost nothing, nor do schedules and the events of AWS's own services")
        ),
        new("aws:sesv2/emailIdentity:EmailIdentity", static bill => bill.Usage("ses-mail", bill.Assume(UsageSettings.Emails))),
    ];

    private static void Queue(Bill bill)
    {
        if (bill["fifoQueue"].Bool == true)
            bill.NotPriced("requests", "the price book has no FIFO queues");
        else
            bill.Usage("sqs-requests", bill.Assume(UsageSettings.QueueRequests));
    }

    private static void Topic(Bill bill)
    {
        var mails = bill.Assume(UsageSettings.Notifications);
        bill.Usage("sns-publishes", mails);
        bill.Usage("sns-email", mails);
    }

    private static void Schedule(Bill bill)
    {
        var expression = Bill.Plain(bill["scheduleExpression"]);
        if (expression?.StartsWith("at(", StringComparison.Ordinal) == true)
            bill.Free("it runs once");
        else if (ScheduleRuns.PerMonth(expression) is { } runs)
            bill.Fixed("scheduler-calls", runs, expression);
        else
            bill.NotPriced("runs", $"how often {expression ?? "it"} runs is not known");
    }
}
