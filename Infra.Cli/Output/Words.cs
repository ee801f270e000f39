using System.Globalization;

namespace Infra.Cli.Output;

/// <summary>Small pieces of English.</summary>
internal static class Words
{
    /// <summary><c>1 resource</c>, <c>2 resources</c>.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>Seconds as people read them: <c>0.31 s</c>, <c>12.4 s</c>, <c>3 min 20 s</c>.</summary>
    public static string Time(TimeSpan time) =>
        time.TotalSeconds switch
        {
            < 10 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s"),
            < 120 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
        };
}
