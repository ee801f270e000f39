using System.Globalization;
using System.Text;

namespace Bench;

/// <summary>Writes what the guardrails add as Markdown.</summary>
internal static class GuardrailTable
{
    public static string Of(IEnumerable<GuardrailRow> rows)
    {
        var text = new StringBuilder();
        text.Append(
            "\n## Guardrails\n\n`infra preview` with its line of guardrails and with `--no-guardrails`, fastest runs. A stack that grows adds the same time for each resource.\n\n"
        );
        text.Append("| program | ms | ms without | added | ms added per 1,000 resources |\n|---|---:|---:|---:|---:|\n");
        foreach (var row in rows)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.With.Fastest:N0} | {row.Without.Fastest:N0} | {100 * row.Added:N1} % | {PerThousand(row)} |\n"
            );
        return text.ToString().TrimEnd();
    }

    private static string PerThousand(GuardrailRow row) =>
        row.Resources == 0
            ? ""
            : ((row.With.Fastest - row.Without.Fastest) / row.Resources * 1000).ToString("N1", CultureInfo.InvariantCulture);
}
