namespace Pulumi;

/// <summary>A package whose provider takes parameters. Using one needs the official SDK: see docs/sdk.md.</summary>
/// <param name="name">Name of the package.</param>
/// <param name="version">Version of the package.</param>
/// <param name="downloadUrl">Where to download it from. Default: the registry of Pulumi.</param>
/// <param name="checksums">Checksums by platform. Default: none.</param>
/// <param name="parameterization">Parameters of its provider. Default: none.</param>
/// <param name="extension">Parameters of an extension. Default: none.</param>
public sealed class RegisterPackageRequest(
    string name,
    string version,
    string? downloadUrl,
    Dictionary<string, byte[]>? checksums = null,
    RegisterPackageRequest.PackageParameterization? parameterization = null,
    RegisterPackageRequest.PackageParameterization? extension = null
)
{
    /// <inheritdoc cref="RegisterPackageRequest(string, string, string?, Dictionary{string, byte[]}?, PackageParameterization?, PackageParameterization?)"/>
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums,
        PackageParameterization? parameterization
    )
        : this(name, version, downloadUrl, checksums, parameterization, extension: null) { }

    /// <summary>Name of the package.</summary>
    public string Name { get; } = name;

    /// <summary>Version of the package.</summary>
    public string Version { get; } = version;

    /// <summary>Where to download it from; empty means the registry of Pulumi.</summary>
    public string DownloadUrl { get; } = downloadUrl ?? "";

    /// <summary>Checksums by platform.</summary>
    public Dictionary<string, byte[]> Checksums { get; } = checksums ?? [];

    /// <summary>Parameters of its provider.</summary>
    public PackageParameterization? Parameterization { get; } = parameterization;

    /// <summary>Parameters of an extension.</summary>
    public PackageParameterization? Extension { get; } = extension;

    /// <summary>Parameters that turn a provider into the provider of another package.</summary>
    /// <param name="name">Name of the other package.</param>
    /// <param name="version">Version of the other package.</param>
    /// <param name="value">The parameters, in the provider's own form.</param>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>Name of the other package.</summary>
        public string Name { get; } = name;

        /// <summary>Version of the other package.</summary>
        public string Version { get; } = version;

        /// <summary>The parameters, in the provider's own form.</summary>
        public byte[] Value { get; } = value;
    }
}
