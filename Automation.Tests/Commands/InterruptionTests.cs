using System.Diagnostics;
using System.Runtime.InteropServices;
using Pulumi.Automation.Commands.Running;

namespace Automation.Tests.Commands;

/// <summary>To a deployment the second Ctrl-C means "end at once": it must not get one from its terminal and another one from us.</summary>
[Platform(Exclude = "Win", Reason = "Windows has no SIGINT.")]
public sealed class InterruptionTests
{
    [TestCase(true, false, true, TestName = "A_child_that_the_terminal_has_told_is_not_told_again")]
    [TestCase(true, true, false, TestName = "Without_a_Ctrl_C_a_child_at_a_terminal_is_told")]
    [TestCase(false, false, false, TestName = "A_child_without_a_terminal_is_told")]
    public async Task The_child_is_told_once(bool isAtTerminal, bool isOtherwiseCancelled, bool survives)
    {
        using var ours = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var interruptions = new Interruptions(isAtTerminal);
        using var child = Process.Start("sleep", "60");
        try
        {
            if (!isOtherwiseCancelled)
                Assert.That(Signal(Environment.ProcessId, 2), Is.Zero);

            var isTold = await interruptions.InterruptOnceAsync(child);

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(survives ? 0.5 : 30));
            await child.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.That((isTold, child.HasExited), Is.EqualTo((true, !survives)));
        }
        finally
        {
            Interruptions.Kill(child);
        }
    }

    [Test]
    public async Task Another_Ctrl_C_is_noticed()
    {
        using var ours = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var interruptions = new Interruptions();

        var next = interruptions.NextAsync();
        Assert.That(next.IsCompleted, Is.False);
        Assert.That(Signal(Environment.ProcessId, 2), Is.Zero);

        await next.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
