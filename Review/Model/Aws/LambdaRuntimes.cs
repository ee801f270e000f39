using System.Globalization;
using System.Text.RegularExpressions;

namespace Review.Model.Aws;

/// <summary>Which runtimes AWS still repairs.</summary>
internal static partial class LambdaRuntimes
{
    // The oldest of each family in autumn 2026; "Lambda runtimes" in the developer guide has the dates.
    private static readonly Dictionary<string, Version> Oldest = new(StringComparer.Ordinal)
    {
        ["nodejs"] = new(22, 0),
        ["python"] = new(3, 11),
        ["java"] = new(11, 0),
        ["dotnet"] = new(10, 0),
        ["ruby"] = new(3, 3),
        ["provided.al"] = new(2023, 0),
    };

    /// <summary>What is wanted, in words.</summary>
    public static string Wanted { get; } =
        string.Join(
            ", ",
            Oldest.Select(runtime => $"{runtime.Key}{(runtime.Value.Minor > 0 ? runtime.Value : runtime.Value.Major)}")
        ) + " or newer";

    /// <summary>Whether AWS repairs it.</summary>
    public static bool IsSupported(string runtime) =>
        Form().Match(runtime) is { Success: true } match
        && Oldest.TryGetValue(match.Groups[1].Value, out var oldest)
        && new Version(Number(match.Groups[2]), Number(match.Groups[3])) >= oldest;

    private static int Number(Group group) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // nodejs22.x, python3.13, java21, dotnet10, ruby3.4, provided.al2023
    [GeneratedRegex(@"\A([a-z]+|provided\.al)(\d{1,4})(?:\.(\d{1,4}|x))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
