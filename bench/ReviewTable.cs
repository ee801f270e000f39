using System.Globalization;
using System.Text;

namespace Bench;

/// <summary>Writes what guardrails, cost and picture add as Markdown.</summary>
internal static class ReviewTable
{
    public static string Of(IEnumerable<ReviewRow> rows)
    {
        var text = new StringBuilder();
        text.Append(
            "\n## Reviews\n\n`infra preview` with neither guardrails nor cost, with one of them, and `infra graph`, fastest of runs taken in turn. A stack that grows adds the same time for each resource.\n\n"
        );
        text.Append(
            "| program | plain ms | with guardrails | added | added per 1,000 resources | with cost | added | graph | added |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        );
        foreach (var row in rows)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Plain:N0} | {row.Guardrails:N0} | {100 * (row.Guardrails / row.Plain - 1):N1} % | {PerThousand(row)} | {row.Cost:N0} | {row.Cost - row.Plain:N0} | {row.Graph:N0} | {row.Graph - row.Plain:N0} |\n"
            );
        return text.ToString().TrimEnd();
    }

    private static string PerThousand(ReviewRow row) =>
        row.Resources == 0
            ? ""
            : ((row.Guardrails - row.Plain) / row.Resources * 1000).ToString("N1", CultureInfo.InvariantCulture);
}
