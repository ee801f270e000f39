using System.Globalization;

namespace Infra.Cli.Output.Report;

/// <summary>Amounts of USD as a page shows them.</summary>
internal static class Money
{
    private const decimal Cent = 0.01m;

    /// <summary>To the cent: <c>1,234.50</c>; what is less than one but not nothing is <c>&lt; 0.01</c>.</summary>
    public static string Exact(decimal amount) =>
        amount is > 0 and < Cent ? "< 0.01" : amount.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>As one says it: <c>1,234</c>, and to the cent below ten.</summary>
    public static string Round(decimal amount) =>
        amount < 10 ? Exact(amount) : amount.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A quantity with at most two digits behind the point.</summary>
    public static string Quantity(decimal quantity) => quantity.ToString("#,0.##", CultureInfo.InvariantCulture);
}
