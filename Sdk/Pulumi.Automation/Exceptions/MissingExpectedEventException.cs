namespace Pulumi.Automation.Exceptions;

/// <summary>An event that the engine should have sent did not come.</summary>
public class MissingExpectedEventException : Exception
{
    internal MissingExpectedEventException(string name, string message)
        : base(message) => Name = name;

    /// <summary>Name of the class, for scripts that look at names.</summary>
    public string Name { get; }
}
