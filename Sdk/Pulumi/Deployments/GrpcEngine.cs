using Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>The log of a real engine.</summary>
internal sealed class GrpcEngine(string address) : IEngine, IDisposable
{
    private readonly GrpcClient _client = new(address);

    public Task LogAsync(LogRequest request) => _client.CallAsync(EngineMethods.Log, request);

    public async Task RequirePulumiVersionAsync(string range)
    {
        try
        {
            await _client
                .CallAsync(EngineMethods.RequirePulumiVersion, new() { PulumiVersionRange = range })
                .ConfigureAwait(false);
        }
        catch (GrpcException e)
        {
            throw new RunException(
                e.StatusCode == GrpcStatusCode.Unimplemented
                    ? $"The Pulumi CLI cannot tell whether it is of a version in '{range}'; update it."
                    : e.Detail,
                e
            );
        }
    }

    public void Dispose() => _client.Dispose();
}
