using System.Globalization;
using System.Text;

namespace Review.Cost.Usage;

/// <summary>Writes the numbers that an estimate took as a file that gives them: what to edit, and to hand in again.</summary>
public static class UsageTemplate
{
    /// <summary>The file; read again it leads to the same estimate.</summary>
    public static string Of(CostEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        var text = new StringBuilder(
            $"# What {estimate.Stack} is taken to use in a month: edit, then infra cost {estimate.Stack} --usage FILE\n"
        );
        foreach (var assumed in estimate.Usage.Where(assumed => assumed.Resource is null))
            Write(text, assumed, "");
        var resources = estimate
            .Usage.Where(assumed => assumed.Resource is not null)
            .GroupBy(assumed => assumed.Resource)
            .ToList();
        if (resources.Count > 0)
            text.Append("resources: # numbers of one resource go before those of the stack\n");
        foreach (var resource in resources.OrderBy(resource => resource.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Key(resource.Key!)}:\n");
            foreach (var assumed in resource)
                Write(text, assumed, "    ");
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, AssumedUsage assumed, string indent) =>
        text.Append(
                CultureInfo.InvariantCulture,
                $"{indent}# {assumed.Setting.Meaning} ({assumed.Setting.Unit}); {assumed.Reason}\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"{indent}{assumed.Setting.Name}: {assumed.Amount.ToString("0.############################", CultureInfo.InvariantCulture)}\n"
            );

    // Names with other letters would mean something to YAML.
    private static string Key(string name) =>
        name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? name
            : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
