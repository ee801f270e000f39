namespace Pulumi;

/// <summary>A log message could not be sent to the engine. It is written to the error stream instead, and the deployment fails.</summary>
/// <param name="exception">Why.</param>
public class LogException(Exception exception) : Exception("A log message could not be sent to the engine.", exception);
