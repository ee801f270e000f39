using System.Globalization;

namespace Bench;

/// <summary>What the command line asks for.</summary>
/// <param name="Runs">How often each command is timed.</param>
/// <param name="Sizes">Numbers of resources of the synthetic program.</param>
/// <param name="ReviewSizes">The same for what guardrails, cost and picture add.</param>
/// <param name="Write">Whether the table also goes to <c>bench/RESULTS.md</c>, or <c>bench/DEPLOYING.md</c>.</param>
internal sealed record Options(int Runs, IReadOnlyList<int> Sizes, IReadOnlyList<int> ReviewSizes, bool Write)
{
    /// <summary>Whether only deployments are measured.</summary>
    public bool Deploying { get; init; }

    public static Options Parse(string[] arguments)
    {
        var options = new Options(5, [200, 1000, 5000, 20_000], [250, 1000, 5000, 20_000], false);
        for (var index = 0; index < arguments.Length; index++)
            options = arguments[index] switch
            {
                "--write" => options with { Write = true },
                "--deploying" => options with { Deploying = true },
                "--runs" => options with { Runs = Number(arguments[++index]) },
                "--sizes" => options with { Sizes = [.. arguments[++index].Split(',').Select(Number)] },
                "--reviews" => options with { ReviewSizes = [.. arguments[++index].Split(',').Select(Number)] },
                var other => throw new ArgumentException(
                    $"got {other}, want --runs N, --sizes N,N, --reviews N,N, --deploying or --write",
                    nameof(arguments)
                ),
            };
        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
