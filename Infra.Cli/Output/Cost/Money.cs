using System.Globalization;

namespace Infra.Cli.Output.Cost;

/// <summary>Sums of money as people read them.</summary>
internal static class Money
{
    // What is smaller is shown with cents in sentences.
    private const decimal WholeFrom = 10;

    /// <summary>Dollars and cents: <c>1,026.38</c>; what is above nothing and below half a cent is <c>&lt;0.01</c>.</summary>
    public static string Cents(decimal amount) =>
        amount is > 0 and < 0.005m ? "<0.01" : Rounded(amount, 2).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A sum in a sentence: <c>96 USD</c>, <c>3.20 USD</c>.</summary>
    public static string Usd(decimal amount) => $"{About(amount)} USD";

    /// <summary>A difference in a sentence: <c>+14 USD</c>, <c>-0.50 USD</c>.</summary>
    public static string Change(decimal amount) => $"{(amount < 0 ? "-" : "+")}{Usd(Math.Abs(amount))}";

    /// <summary>A difference in a table: <c>+1,026.38</c>.</summary>
    public static string ChangeInCents(decimal amount) => $"{(amount < 0 ? "-" : "+")}{Cents(Math.Abs(amount))}";

    /// <summary>Yen at a rate, in a sentence: <c>14,400 JPY</c>.</summary>
    public static string Yen(decimal amount, decimal rate) =>
        $"{Rounded(amount * rate, 0).ToString("#,0", CultureInfo.InvariantCulture)} JPY";

    /// <summary>A quantity: <c>1,460</c>, <c>0.5</c>.</summary>
    public static string Number(decimal number) =>
        number.ToString(Math.Abs(number) >= 100 ? "#,0.##" : "#,0.####", CultureInfo.InvariantCulture);

    private static string About(decimal amount) =>
        Math.Abs(amount) >= WholeFrom ? Rounded(amount, 0).ToString("#,0", CultureInfo.InvariantCulture) : Cents(amount);

    private static decimal Rounded(decimal amount, int digits) => Math.Round(amount, digits, MidpointRounding.AwayFromZero);
}
