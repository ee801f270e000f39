using Engine.Monitor;
using Engine.Planning;
using Engine.Programs;

namespace Engine.Previewing;

/// <summary>Keeps what a program prints, and says what its end means.</summary>
internal sealed class ProgramOutcome(RunContext run)
{
    private const int MostLines = 1000;
    private const int LastLines = 5;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lastErrors = new();
    private int _lines;

    public void Print(ProgramLine line)
    {
        run.Activity.Touch();
        if (line.Text.Length == 0 || (line.IsError && ProgramMessages.IsFrame(line.Text)))
            return;
        lock (_lock)
        {
            if (line.IsError)
            {
                _lastErrors.Enqueue(line.Text);
                if (_lastErrors.Count > LastLines)
                    _lastErrors.Dequeue();
            }
            if (_lines++ < MostLines)
                run.Log.Add(Severity.Info, line.Text);
            else if (_lines == MostLines + 1)
                run.Log.Add(Severity.Warning, $"the program printed more than {MostLines} lines; the rest is left out");
        }
    }

    /// <summary>Adds the errors that an exit code stands for.</summary>
    public void Judge(ProgramExit exit)
    {
        if (exit.Code == 0 && exit.Crash is null)
        {
            if (run.Graph.Nodes.Count == 0)
                run.Log.Add(
                    Severity.Warning,
                    "the program ended without registering anything; does it call Deployment.RunAsync and wait for it?"
                );
            return;
        }
        if (exit.Code == ProgramExit.AlreadyReported && run.Log.HasErrors)
            return;
        if (run.Log.HasErrors && exit.Crash is null && exit.Code == 1)
            return; // An SDK whose program only logged errors ends with 1: they are there already.
        var message = exit.Crash is { } crash
            ? $"the program ended with an unhandled exception: {ProgramMessages.WithoutStack(crash)}"
            : $"the program ended with exit code {exit.Code}{(exit.Code == ProgramExit.AlreadyReported ? ", which says that its errors are reported, but it reported none" : "")}";
        lock (_lock)
            if (exit.Crash is null && _lastErrors.Count > 0)
                message +=
                    "; it last printed:\n  "
                    + ProgramMessages.WithoutStack(string.Join('\n', _lastErrors)).ReplaceLineEndings("\n  ");
        run.Log.Add(Severity.Error, message);
    }
}
