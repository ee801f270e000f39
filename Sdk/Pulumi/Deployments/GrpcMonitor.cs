using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;

namespace Pulumi;

/// <summary>The registry of a real engine.</summary>
internal sealed class GrpcMonitor(string address) : IMonitor, IDisposable
{
    private readonly GrpcClient _client = new(address);

    public async Task<bool> SupportsFeatureAsync(string feature)
    {
        var answer = await _client
            .CallAsync(ResourceMonitorMethods.SupportsFeature, new SupportsFeatureRequest { Id = feature })
            .ConfigureAwait(false);
        return answer.HasSupport;
    }

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        _client.CallAsync(ResourceMonitorMethods.Invoke, request);

    public Task<CallResponse> CallAsync(ResourceCallRequest request) => _client.CallAsync(ResourceMonitorMethods.Call, request);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        _client.CallAsync(ResourceMonitorMethods.ReadResource, request);

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        _client.CallAsync(ResourceMonitorMethods.RegisterResource, request);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        _client.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, request);

    /// <summary>Waits until the engine is done. An engine that does not know this has nothing to wait for.</summary>
    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _client.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, new Empty()).ConfigureAwait(false);
        }
        catch (GrpcException e) when (e.StatusCode == GrpcStatusCode.Unimplemented) { }
    }

    public void Dispose() => _client.Dispose();
}
