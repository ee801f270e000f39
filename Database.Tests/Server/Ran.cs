namespace Database.Tests.Server;

/// <summary>What a process said and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Out, string Error)
{
    public override string ToString() => $"exit {ExitCode}\n--- out\n{Out}\n--- error\n{Error}";
}
