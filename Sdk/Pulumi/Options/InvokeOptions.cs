namespace Pulumi;

/// <summary>What can be said about a call of a function, apart from its arguments.</summary>
public class InvokeOptions
{
    /// <summary>No options.</summary>
    public InvokeOptions() { }

    /// <summary>The resource whose provider answers. Default: none, the default provider answers.</summary>
    public Resource? Parent { get; set; }

    /// <inheritdoc cref="ResourceOptions.PluginDownloadURL"/>
    public string? PluginDownloadURL { get; set; }

    /// <summary>The provider that answers. Default: that of <see cref="Parent"/>.</summary>
    public ProviderResource? Provider { get; set; }

    /// <inheritdoc cref="ResourceOptions.Version"/>
    public string? Version { get; set; }
}
