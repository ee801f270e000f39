namespace Pulumi;

/// <summary>What can be said about a call of a method, apart from its arguments.</summary>
public class CallOptions
{
    /// <summary>No options.</summary>
    public CallOptions() { }

    /// <inheritdoc cref="InvokeOptions.Parent"/>
    public Resource? Parent { get; set; }

    /// <inheritdoc cref="ResourceOptions.PluginDownloadURL"/>
    public string? PluginDownloadURL { get; set; }

    /// <inheritdoc cref="InvokeOptions.Provider"/>
    public ProviderResource? Provider { get; set; }

    /// <inheritdoc cref="ResourceOptions.Version"/>
    public string? Version { get; set; }
}
