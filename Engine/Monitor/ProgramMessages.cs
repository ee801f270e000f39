namespace Engine.Monitor;

/// <summary>Makes what programs print fit for people: an exception keeps its message and where it was thrown, not its stack.</summary>
internal static class ProgramMessages
{
    private static readonly string[] InnerMarks = ["   --- End of", "--- End of", "   --- "];

    /// <summary>The text without stack frames; the first frame that names a file is kept as <c>(at file:line n)</c>.</summary>
    public static string WithoutStack(string text)
    {
        if (!text.Contains("   at ", StringComparison.Ordinal) && !text.Contains("    at ", StringComparison.Ordinal))
            return text.Trim();
        var kept = new List<string>();
        string? place = null;
        foreach (var line in text.Split('\n'))
            if (IsFrame(line))
                place ??= Place(line);
            else if (line.Trim().Length > 0 && !InnerMarks.Any(mark => line.StartsWith(mark, StringComparison.Ordinal)))
                kept.Add(line.TrimEnd());
        var message = string.Join('\n', kept).Trim();
        return place is null ? message : $"{message} ({place})";
    }

    /// <summary>Whether a line is one of a stack trace.</summary>
    public static bool IsFrame(string line) =>
        line.StartsWith("   at ", StringComparison.Ordinal) || line.StartsWith("    at ", StringComparison.Ordinal);

    private static string? Place(string frame)
    {
        const string Mark = ") in ";
        var at = frame.LastIndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : $"at {Path.GetFileName(frame[(at + Mark.Length)..].Trim())}";
    }
}
