using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>Lambda: calls, time by memory, and instances that wait.</summary>
internal static class FunctionPricing
{
    private const decimal LeastMemory = 128;
    private const decimal Mb = 1024;
    private const decimal IncludedStorage = 512;
    private const decimal SecondsAnHour = 3600;

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Tokens.Function, Function),
        new("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig", Provisioned),
    ];

    private static void Function(Bill bill)
    {
        var requests = bill.Assume(UsageSettings.Requests);
        var calls = bill.Assume(UsageSettings.FunctionCalls, planned: requests, why: UsageSettings.FunctionCalls.Reason);
        bill.Usage("lambda-requests", calls);
        if (bill.Number("memorySize", LeastMemory) is { } memory)
        {
            var milliseconds = bill.Assume(UsageSettings.FunctionMilliseconds);
            bill.Usage(
                $"lambda-{Processor(bill.Resource)}-duration",
                calls * milliseconds / 1000 * memory / Mb,
                $"{Bill.Written(milliseconds)} ms of {Bill.Written(memory)} MB"
            );
        }
        if (bill.Number("ephemeralStorage.size", IncludedStorage) is > IncludedStorage)
            bill.NotPriced("ephemeral storage", $"the price book has no price above {Bill.Written(IncludedStorage)} MB");
        Tracing.Charge(bill);
    }

    private static void Provisioned(Bill bill)
    {
        if (bill.Resource.Linked("functionName", Tokens.Function).FirstOrDefault() is not { } function)
            bill.NotPriced("all of it", "its function is not of this stack");
        else if (bill.Number("provisionedConcurrentExecutions", 0) is { } count)
        {
            var memory = (decimal)(function["memorySize"].Number ?? (double)LeastMemory);
            bill.Fixed(
                $"lambda-{Processor(function)}-provisioned",
                count * memory / Mb * Bill.Hours * SecondsAnHour,
                $"{Bill.Written(count)} × {Bill.Written(memory)} MB, all month"
            );
        }
    }

    private static string Processor(Resource function) => function["architectures"].Texts.Contains("arm64") ? "arm" : "x86";
}
