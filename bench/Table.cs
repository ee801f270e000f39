using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Bench;

/// <summary>Writes the results as Markdown.</summary>
internal static class Table
{
    public static string Of(IReadOnlyList<Row> rows, int runs)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# Benchmarks\n\n`infra preview`, whole process, median of {runs} warm runs; memory is the largest resident set, child processes included. "
        );
        text.Append("The peer is Pulumi's SDK for Node under mocks making the same resources: no engine, no checks, no plan.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSDescription}.\n\n"
        );
        text.Append(
            "| program | ms | fastest | MiB | ms per further resource | peer ms | peer MiB | time ÷ peer | memory ÷ peer |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        );
        Row? smaller = null;
        foreach (var row in rows)
        {
            text.Append(Line(row, smaller)).Append('\n');
            smaller = row.Resources > 0 ? row : smaller;
        }
        return text.ToString().TrimEnd();
    }

    private static string Line(Row row, Row? smaller)
    {
        var further = smaller is null
            ? ""
            : Number((row.Ours.Milliseconds - smaller.Ours.Milliseconds) / (row.Resources - smaller.Resources), 3);
        var ours =
            $"| {row.Name} | {Number(row.Ours.Milliseconds)} | {Number(row.Ours.Fastest)} | {Number(row.Ours.MebiBytes)} | {further} |";
        return row.Peer is not { } peer
            ? $"{ours} | | | |"
            : $"{ours} {Number(peer.Milliseconds)} | {Number(peer.MebiBytes)} | {Number(row.Ours.Milliseconds / peer.Milliseconds, 2)} | {Number(row.Ours.MebiBytes / peer.MebiBytes, 2)} |";
    }

    private static string Number(double value, int digits = 0) => value.ToString($"N{digits}", CultureInfo.InvariantCulture);
}
