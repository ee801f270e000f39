using System.Runtime.InteropServices;

namespace Automation.StandIn;

/// <summary>Does what an answer says, in the order in which the CLI does it: events while it runs, its output, its exit code.</summary>
internal static class Player
{
    private const string EventLogFlag = "--event-log";
    private const string Cancelled = """{"sequence":0,"timestamp":0,"cancelEvent":{}}""";

    // The exit code of Pulumi's CLI when an operation was cancelled.
    private const int CancelledCode = 8;

    public static int Play(Answer answer, string[] arguments)
    {
        var position = Array.IndexOf(arguments, EventLogFlag);
        var log = position >= 0 && position + 1 < arguments.Length ? arguments[position + 1] : null;
        if (log is not null && Environment.GetEnvironmentVariable("PULUMI_DEBUG_COMMANDS") != "true")
            return Refusal.Say($"unknown flag: {EventLogFlag}; it is only known with PULUMI_DEBUG_COMMANDS=true");

        using var interrupted = new ManualResetEventSlim();
        using var interrupt = Listen(PosixSignal.SIGINT, interrupted, answer);
        using var terminate = Listen(PosixSignal.SIGTERM, interrupted, answer);
        WriteEvents(log, answer);
        Console.Out.Write(answer.StandardOutput);
        Console.Error.Write(answer.StandardError);
        Console.Out.Flush();
        if (!answer.Hangs)
            return answer.ExitCode;

        interrupted.Wait();
        if (log is not null)
            File.AppendAllText(log, Cancelled + "\n");
        Console.Error.WriteLine("error: update canceled");
        return CancelledCode;
    }

    public static int Print(string text)
    {
        Console.Out.Write(text);
        return 0;
    }

    private static PosixSignalRegistration Listen(PosixSignal signal, ManualResetEventSlim interrupted, Answer answer) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                if (!answer.IgnoresSignals)
                    interrupted.Set();
            }
        );

    private static void WriteEvents(string? log, Answer answer)
    {
        if (log is null)
            return;
        using var file = new StreamWriter(new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
        var isFirst = true;
        foreach (var text in answer.Events)
        {
            if (!isFirst && answer.Pause > TimeSpan.Zero)
                Thread.Sleep(answer.Pause);
            isFirst = false;
            file.Write(text);
            if (answer.Pause > TimeSpan.Zero)
                file.Flush();
        }
    }
}
