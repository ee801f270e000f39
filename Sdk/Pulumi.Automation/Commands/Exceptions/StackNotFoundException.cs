namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>There is no stack of that name.</summary>
public class StackNotFoundException : CommandException
{
    internal StackNotFoundException(CommandResult result)
        : base(nameof(StackNotFoundException), result) { }
}
