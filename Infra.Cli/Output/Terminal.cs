namespace Infra.Cli.Output;

/// <summary>Writes lines to a stream: painted and cut to its width where a person looks at it, plain and whole where a file or pipe takes it.</summary>
internal sealed class Terminal(TextWriter writer, bool colour, int? width)
{
    /// <summary>Columns of the window. Default: none, lines may be as long as they like.</summary>
    public int? Width { get; } = width;

    /// <summary>Whether lines that were written may be written over: a person looks at a window that can do that.</summary>
    public bool Redraws { get; private init; }

    /// <summary>A terminal on a stream of the process.</summary>
    public static Terminal For(TextWriter writer, bool redirected) =>
        redirected
            ? new(writer, false, null)
            : new(writer, WantsColour(), WindowWidth()) { Redraws = !IsCi() && !IsDumb() && WindowWidth() is not null };

    /// <summary>Goes up so many lines and clears everything from there.</summary>
    public void Rewind(int lines)
    {
        if (lines > 0)
            writer.Write($"\e[{lines}A\e[J");
    }

    /// <summary>An empty line.</summary>
    public void WriteLine() => writer.Write('\n');

    /// <summary>One line, or several where the text has line breaks.</summary>
    public void WriteLine(string text, Style style = Style.Plain)
    {
        foreach (var part in text.EnumerateLines())
            WriteLine(new Line().Add(part.ToString(), style), cut: false);
    }

    /// <summary>One line.</summary>
    /// <param name="line">What to write; spaces at its end are left out.</param>
    /// <param name="cut">Whether it may be shortened to the window. A table row may, a message never.</param>
    public void WriteLine(Line line, bool cut = true)
    {
        var room = cut && Width is { } columns ? columns : int.MaxValue;
        var pending = 0; // spaces are held back until something visible follows
        foreach (var (text, style) in line.Spans)
        {
            var shown = text.Length <= room ? text : string.Concat(text.AsSpan(0, Math.Max(0, room - 1)), "…");
            room -= shown.Length;
            var visible = shown.TrimEnd(' ');
            if (visible.Length > 0)
            {
                Spaces(pending);
                Write(visible, style);
                pending = 0;
            }
            pending += shown.Length - visible.Length;
            if (shown.Length < text.Length || room <= 0)
                break;
        }
        writer.Write('\n');
    }

    /// <summary>What has been written so far leaves the process.</summary>
    public void Flush() => writer.Flush();

    private void Spaces(int count)
    {
        for (; count > 0; count--)
            writer.Write(' ');
    }

    private void Write(string text, Style style)
    {
        var code = colour ? Code(style) : null;
        if (code is null)
        {
            writer.Write(text);
            return;
        }
        writer.Write("\e[");
        writer.Write(code);
        writer.Write('m');
        writer.Write(text);
        writer.Write("\e[0m");
    }

    private static string? Code(Style style) =>
        style switch
        {
            Style.Strong => "1",
            Style.Faint => "2",
            Style.Good => "32",
            Style.Change => "33",
            Style.Danger => "1;31",
            _ => null,
        };

    private static bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !IsCi() && !IsDumb();

    private static bool IsCi() => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    private static bool IsDumb() => Environment.GetEnvironmentVariable("TERM") is "dumb";

    private static int? WindowWidth()
    {
        try
        {
            return Console.WindowWidth is > 20 and var columns ? columns : null;
        }
        catch (IOException)
        {
            return null; // a terminal that does not tell its size
        }
    }
}
