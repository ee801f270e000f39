using System.Collections.Concurrent;
using Pulumirpc;

namespace Pulumi.Testing;

/// <summary>Keeps the errors that were logged.</summary>
internal sealed class MockEngine : IEngine
{
    public ConcurrentQueue<string> Errors { get; } = [];

    public Task LogAsync(LogRequest request)
    {
        if (request.Severity == LogSeverity.Error)
            Errors.Enqueue(request.Message);
        return Task.CompletedTask;
    }

    public Task RequirePulumiVersionAsync(string range) => Task.CompletedTask;
}
