using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>What AWS or this program refuses of a function, its code apart.</summary>
internal static partial class LambdaCheck
{
    /// <summary>What AWS keeps for functions that reserve nothing ("Configuring reserved concurrency" in the Lambda developer guide).</summary>
    public const int AlwaysUnreserved = 100;

    private static readonly HashSet<string> Reserved =
    [
        "AWS_ACCESS_KEY",
        "AWS_ACCESS_KEY_ID",
        "AWS_DEFAULT_REGION",
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "AWS_REGION",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
    ];

    /// <summary>The problems of size and number.</summary>
    public static IEnumerable<Problem> Problems(LambdaShape shape)
    {
        if (LambdaRuntimes.Problem(shape.Runtime) is { } runtime)
            yield return runtime;
        if (shape.Handler.Length is 0 or > 128)
            yield return new("handler", shape.Handler, "1 to 128 characters", "index.handler is function handler of index.js");
        if (shape.MemoryMiB is < 128 or > 10_240)
            yield return new("memoryMiB", shape.MemoryMiB, "128 to 10240", "Lambda has no other sizes");
        if (shape.TimeoutSeconds is < 1 or > 900)
            yield return new("timeoutSeconds", shape.TimeoutSeconds, "1 to 900", "Lambda ends every call after 15 minutes");
        if (shape.StorageMiB is < 512 or > 10_240)
            yield return new("storageMiB", shape.StorageMiB, "512 to 10240", "Lambda has no other sizes");
        if (shape.LogRetentionDays < 1)
            yield return new("logRetentionDays", shape.LogRetentionDays, "1 or more", "a log that is not kept helps nobody");
        foreach (var problem in Concurrency(shape))
            yield return problem;
    }

    /// <summary>The problems of everything else, the code apart.</summary>
    public static IEnumerable<Problem> Problems(LambdaFunctionArgs args)
    {
        foreach (var name in args.Environment.Keys.Where(name => Reserved.Contains(name) || !Variable().IsMatch(name)))
            yield return new(
                $"environment.{name}",
                name,
                "letters, digits and _, two at least, and no name of Lambda's own",
                "rename it"
            );
        foreach (var problem in Failures(args))
            yield return problem;
    }

    private static IEnumerable<Problem> Failures(LambdaFunctionArgs args)
    {
        if (args.Failures is not { } failures)
            yield break;
        if (failures.Retries is < 0 or > 2)
            yield return new("failures.retries", failures.Retries, "0 to 2", "Lambda tries no more often");
        if (failures.MaxAgeSeconds is < 60 or > 21_600)
            yield return new(
                "failures.maxAgeSeconds",
                failures.MaxAgeSeconds,
                "60 to 21600",
                "Lambda keeps events 6 hours at most"
            );
    }

    private static IEnumerable<Problem> Concurrency(LambdaShape shape)
    {
        var (reserved, provisioned) = (shape.ReservedConcurrency, shape.ProvisionedConcurrency);
        if (reserved < 1)
            yield return new("reservedConcurrency", reserved, "1 or more", "with none the function never runs");
        if (provisioned < 0)
            yield return new("provisionedConcurrency", provisioned, "0 or more", "0 keeps nothing warm");
        if (provisioned > 0 && !shape.Publish)
            yield return new(
                "provisionedConcurrency",
                provisioned,
                "0 while publish is false",
                "only versions and aliases are kept warm"
            );
        if (provisioned > reserved)
            yield return new(
                "provisionedConcurrency",
                provisioned,
                $"{reserved} at most, the reservedConcurrency",
                "what is kept warm is part of what is reserved"
            );
        var free = shape.AccountConcurrency - AlwaysUnreserved - shape.OtherReservedConcurrency;
        if (Math.Max(reserved ?? 0, provisioned) is var needed && needed > 0 && needed > free)
            yield return new(
                reserved is null ? "provisionedConcurrency" : "reservedConcurrency",
                needed,
                $"{Math.Max(free, 0)} at most",
                $"the account runs {shape.AccountConcurrency} calls at once, others reserve {shape.OtherReservedConcurrency}, and AWS keeps "
                    + $"{AlwaysUnreserved}; reserve less, or ask AWS for more"
            );
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_]+$")]
    private static partial Regex Variable();
}
