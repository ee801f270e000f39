using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>What the engine supports; each feature is asked for once.</summary>
internal sealed class Features(IMonitor monitor)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _answers = new();

    public Task<bool> ResourceReferencesAsync() => SupportsAsync("resourceReferences");

    public Task<bool> AliasSpecsAsync() => SupportsAsync("aliasSpecs");

    public Task<bool> OutputValuesAsync() => SupportsAsync("outputValues");

    public Task<bool> SupportsAsync(string feature) =>
        _answers.GetOrAdd(feature, f => new Lazy<Task<bool>>(() => monitor.SupportsFeatureAsync(f))).Value;

    public async Task RequireAsync(string feature, string option)
    {
        if (!await SupportsAsync(feature).ConfigureAwait(false))
            throw new RunException(
                $"The Pulumi CLI does not support the option {option}; update the CLI, or leave the option out."
            );
    }
}
