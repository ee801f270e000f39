using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pulumi.Automation.Commands.Running;

/// <summary>
/// Interrupts a child once. A Ctrl-C in a terminal goes to the child as well as to this process, and to a deployment the second one means
/// "end at once, whatever is under way": so a child that the terminal has told already is not told again.
/// </summary>
internal sealed class Interruptions : IDisposable
{
    private const int Interrupt = 2; // SIGINT

    // From the signal to the cancellation that a handler of the program makes of it.
    private static readonly TimeSpan Recently = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan HandlerSkew = TimeSpan.FromMilliseconds(100);

    private readonly PosixSignalRegistration _registration;
    private readonly bool _isAtTerminal;
    private long _last;
    private TaskCompletionSource? _next;

    /// <summary>Watches for Ctrl-C; what the program does about it is left alone.</summary>
    /// <param name="isAtTerminal">Whether a Ctrl-C goes to the child too. Default: if one of the streams of this process is no file or pipe.</param>
    public Interruptions(bool? isAtTerminal = null)
    {
        _isAtTerminal = isAtTerminal ?? (!Console.IsInputRedirected || !Console.IsOutputRedirected || !Console.IsErrorRedirected);
        _registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
    }

    /// <returns>Whether the child has been told to end; if not, it can only be killed.</returns>
    public async Task<bool> InterruptOnceAsync(Process process)
    {
        if (OperatingSystem.IsWindows())
            return false;
        if (_isAtTerminal && await HeardAsync().ConfigureAwait(false))
            return true;
        return HasExited(process) || Signal(process.Id, Interrupt) == 0;
    }

    /// <summary>Ends with the next Ctrl-C.</summary>
    public Task NextAsync() => (_next = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Ends a child and what it started.</summary>
    public static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in between.
        }
    }

    public void Dispose() => _registration.Dispose();

    private void OnSignal(PosixSignalContext context)
    {
        _last = Stopwatch.GetTimestamp();
        _next?.TrySetResult();
    }

    // The handler that cancelled may have been told of the signal before this object.
    private async Task<bool> HeardAsync()
    {
        await Task.Delay(HandlerSkew).ConfigureAwait(false);
        return _last != 0 && Stopwatch.GetElapsedTime(_last) < Recently;
    }

    private static bool HasExited(Process process)
    {
        try
        {
            return process.HasExited;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
