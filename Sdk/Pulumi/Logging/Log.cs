namespace Pulumi;

/// <summary>Messages of the program, shown by the engine. They may not contain secrets.</summary>
public static class Log
{
    /// <summary>A message for those who look for a problem; shown only when asked for.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource it is about. Default: the stack.</param>
    /// <param name="streamId">Messages of one stream are shown together. Default: no stream.</param>
    /// <param name="ephemeral">Whether it is shown only while the deployment runs. Default: no.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default) =>
        Deployment.Required.Logger.Debug(message, resource, streamId, ephemeral);

    /// <summary>A message to know.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Info(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default) =>
        Deployment.Required.Logger.Info(message, resource, streamId, ephemeral);

    /// <summary>A message to look at.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Warn(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default) =>
        Deployment.Required.Logger.Warn(message, resource, streamId, ephemeral);

    /// <summary>A failure: the program goes on, but the deployment fails when it ends.</summary>
    /// <inheritdoc cref="Debug"/>
    public static void Error(string message, Resource? resource = null, int? streamId = default, bool? ephemeral = default) =>
        Deployment.Required.Logger.Error(message, resource, streamId, ephemeral);

    /// <summary>An exception, as a failure.</summary>
    /// <inheritdoc cref="Debug"/>
    /// <param name="exception">The exception.</param>
    public static void Exception(
        Exception exception,
        Resource? resource = null,
        int? streamId = default,
        bool? ephemeral = default
    )
    {
        ArgumentNullException.ThrowIfNull(exception);
        Error(exception.ToString(), resource, streamId, ephemeral);
    }
}
