using System.Globalization;

namespace Bench.Deploying;

/// <summary>What <c>infra up</c> adds to Pulumi: the same calls of the CLI with and without it, against a stand-in that does nothing.</summary>
internal static class DeployBench
{
    /// <summary>Measures and writes it as Markdown.</summary>
    public static async Task<string> RunAsync(Repository repository, int runs)
    {
        using var folder = new DeployFolder(repository);
        var resources = await folder.PrepareAsync();
        var fastest = await Measurement.FastestAsync([folder.Bare, folder.Up, folder.Review], runs);
        var (bare, up, review) = (fastest[0], fastest[1], fastest[2]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Deploying

            `infra up dev`, a first deployment of {resources} resources, against a stand-in for the pulumi CLI that answers at once; the same eight calls of the CLI alone; and the review that stands before
            them. Fastest of {runs} runs taken in turn, whole processes. A real deployment takes minutes, to which the difference is added once.

            | | ms | ÷ calls alone |
            |---|---:|---:|
            | eight calls of the CLI | {bare:N0} | 1.00 |
            | `infra up` | {up:N0} | {up / bare:N2} |
            | `infra preview`, the review alone | {review:N0} | {review / bare:N2} |

            """
        );
    }
}
