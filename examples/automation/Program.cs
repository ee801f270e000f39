using System.ComponentModel;
using Automation.Example;
using Pulumi.Automation;
using Pulumi.Automation.Commands.Exceptions;

if (Arguments.Parse(args) is not { } arguments)
{
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return ExitCodes.BadInput;
}

// Ctrl-C lets the CLI end what is under way, and unlock the stack, instead of leaving both behind.
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancel.Cancel();
};

try
{
    using var stack = await LocalWorkspace.SelectStackAsync(
        new LocalProgramArgs(arguments.Stack, arguments.Directory),
        cancel.Token
    );
    await new Deploy(stack, Console.Out).RunAsync(arguments.IsConfirmed, cancel.Token);
    return ExitCodes.Fine;
}
catch (OperationCanceledException)
{
    return Fail("cancelled", ExitCodes.Cancelled);
}
catch (StackNotFoundException)
{
    return Fail($"there is no stack {arguments.Stack}; pulumi stack ls says which there are", ExitCodes.BadInput);
}
catch (ConcurrentUpdateException)
{
    return Fail($"somebody else is changing {arguments.Stack}; wait, or end it with pulumi cancel", ExitCodes.Failed);
}
catch (CommandException failure)
{
    return Fail(failure.Message.TrimEnd(), ExitCodes.Failed);
}
// The CLI is missing (the one or the other, by the package), or it is of a version that will not do.
catch (Exception missing) when (missing is FileNotFoundException or Win32Exception or InvalidOperationException)
{
    return Fail(missing.Message, ExitCodes.ToolMissing);
}

static int Fail(string message, int exitCode)
{
    Console.Error.WriteLine(message);
    return exitCode;
}
