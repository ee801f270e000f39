using Pulumirpc;

namespace Pulumi;

/// <summary>Sends log messages to the engine one after the other, so that they arrive in the order in which they were written.</summary>
internal sealed class EngineLogger(IEngine engine, Runner runner)
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Whether an error was logged, which fails the deployment.</summary>
    public bool LoggedErrors { get; private set; }

    public Task Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Send(LogSeverity.Debug, message, resource, streamId, ephemeral);

    public Task Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Send(LogSeverity.Info, message, resource, streamId, ephemeral);

    public Task Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Send(LogSeverity.Warning, message, resource, streamId, ephemeral);

    public Task Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        LoggedErrors = true;
        return Send(LogSeverity.Error, message, resource, streamId, ephemeral);
    }

    private Task Send(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
    {
        var request = new LogRequest
        {
            Severity = severity,
            Message = message ?? "",
            StreamId = streamId ?? 0,
            Ephemeral = ephemeral ?? false,
        };
        Task sending;
        lock (_gate)
            _last = sending = SendAfterAsync(_last, request, resource);
        runner.Track(sending);
        return sending;
    }

    private async Task SendAfterAsync(Task last, LogRequest request, Resource? resource)
    {
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            // A message about a resource whose registration failed is shown without it.
            if (resource?.Urn is { } urn)
                request.Urn = await UrnAsync(urn).ConfigureAwait(false);
            await engine.LogAsync(request).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            throw new LogException(e);
        }
    }

    private static async ValueTask<string> UrnAsync(Output<string> urn)
    {
        try
        {
            return await urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        }
        catch (Exception)
        {
            return "";
        }
    }
}
