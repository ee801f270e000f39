namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>There is a stack of that name already.</summary>
public class StackAlreadyExistsException : CommandException
{
    internal StackAlreadyExistsException(CommandResult result)
        : base(nameof(StackAlreadyExistsException), result) { }
}
