namespace Infra.Cli.Stacks;

/// <summary>The stack a command works on when none is named: <c>PULUMI_STACK</c>, else what <c>infra use</c> remembered.</summary>
internal static class StackSelection
{
    private const string Variable = "PULUMI_STACK";

    /// <summary>The selected stack and who says so. Default: none is selected.</summary>
    public static (string Name, string Source)? Current(string folder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name)
            return (name, Variable);
        var file = FileIn(folder);
        return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } kept ? (kept, "infra use") : null;
    }

    /// <summary>Remembers a stack, in a file that git ignores.</summary>
    public static void Remember(string folder, string name)
    {
        var file = FileIn(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, name + "\n");
    }

    private static string FileIn(string folder) => Path.Combine(folder, ".build", "stack");
}
