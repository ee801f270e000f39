namespace Pulumi;

/// <summary>Ends the deployment with a message for people: it is shown without a stack trace.</summary>
public class RunException : Exception
{
    /// <summary>Ends the deployment with a message.</summary>
    /// <param name="message">The message.</param>
    public RunException(string message)
        : base(message) { }

    /// <inheritdoc cref="RunException(string)"/>
    /// <param name="innerException">What led to it; it is not shown.</param>
    public RunException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>The refusal of output properties that are no outputs.</summary>
    /// <param name="outputAttributeNames">Their names.</param>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
    {
        var names = string.Join(", ", outputAttributeNames);
        return new($"[Output] {names}: got a property of another type, want Output<T>");
    }
}
