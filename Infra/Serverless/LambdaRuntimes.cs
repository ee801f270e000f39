using Infra.Validation;

namespace Infra.Serverless;

/// <summary>What functions may be written in.</summary>
internal static class LambdaRuntimes
{
    /// <summary>Node.js, as the sources use it in a version that has reached its end (18).</summary>
    public const string Default = "nodejs22.x";

    /// <summary>For programs that were compiled, such as those of Go. A source's older <c>provided.al2</c> has reached its end.</summary>
    public const string Provided = "provided.al2023";

    /// <summary>What AWS still maintains. A runtime past its end gets no repairs, and one day no updates of functions either.</summary>
    public static readonly string[] Maintained = [Default, "nodejs24.x", Provided];

    /// <summary>What is wrong with a runtime, or nothing.</summary>
    public static Problem? Problem(string runtime) =>
        Maintained.Contains(runtime)
            ? null
            : new(
                "runtime",
                runtime,
                Spelling.OneOf(Maintained),
                runtime == "provided.al2" ? "Amazon Linux 2 reached its end in June 2026; Go runs on provided.al2023 as it is"
                    : runtime.StartsWith("nodejs", StringComparison.Ordinal) ? "Node.js 20 and older have reached their end"
                    : "a runtime that AWS maintains; Go runs on provided.al2023"
            );
}
