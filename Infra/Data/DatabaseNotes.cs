using Infra.Scheduling;

namespace Infra.Data;

/// <summary>What a preview tells people of a database that is sound, and yet may surprise them.</summary>
internal static class DatabaseNotes
{
    /// <summary>When the windows are for people in Japan.</summary>
    public static string Windows(string backup, string maintenance) =>
        $"windows are in UTC: backup {backup} is {Tokyo(backup)}, maintenance {maintenance} is {Tokyo(maintenance)}";

    private static string Tokyo(string window) => UtcWindow.Parse(window)?.InTokyo ?? window;
}
