using System.Globalization;

namespace Infra.Cli.Operations.Rollback;

/// <summary>A revision of a task definition by its ARN.</summary>
/// <param name="Arn">The ARN, or <c>family:revision</c>.</param>
internal sealed record TaskRevision(string Arn)
{
    /// <summary>The family.</summary>
    public string Family => Short[..Short.LastIndexOf(':')];

    /// <summary>The number.</summary>
    public int Number => int.Parse(Short.AsSpan(Short.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Family and number.</summary>
    public string Short => Arn[(Arn.LastIndexOf('/') + 1)..];

    /// <summary>Another revision of the same family.</summary>
    public TaskRevision Other(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Arn[..(Arn.LastIndexOf(':') + 1)]}{number}"));

    /// <summary>The first revision that a text names, such as what CodeDeploy was told to bring. Default: it names none.</summary>
    public static TaskRevision? In(string text)
    {
        const string Mark = ":task-definition/";
        var at = text.IndexOf(Mark, StringComparison.Ordinal);
        var start = at < 0 ? -1 : text.LastIndexOf("arn:", at, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = at + Mark.Length;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or ':'))
            end++;
        var arn = text[start..end];
        return int.TryParse(arn.AsSpan(arn.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new(arn)
            : null;
    }
}
