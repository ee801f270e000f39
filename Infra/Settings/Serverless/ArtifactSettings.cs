using Infra.Serverless;
using Infra.Validation;

namespace Infra.Settings.Serverless;

/// <summary>Settings of the code of a function. Nothing here builds it: build, then deploy.</summary>
internal sealed record ArtifactSettings
{
    [Setting(
        "A zip file, or a folder that is zipped as it is, from the folder of the project. Without one and without a bucket it is where the "
            + "system's own build puts it. A deployment is refused while it is not built.",
        Form = "a relative path such as api/dist"
    )]
    public string? Path { get; init; }

    [Setting("What builds it; errors about missing code tell it.")]
    public string? BuildCommand { get; init; }

    [Setting("The bucket of the code, instead of a path.")]
    public string? Bucket { get; init; }

    [Setting("The zip file in the bucket.")]
    public string? Key { get; init; }

    [Setting("The version of that object.")]
    public string? Version { get; init; }

    [Setting(
        "What the code must be. A preview takes it for code that is not built, so that pull requests need no build; a build with another "
            + "hash is refused.",
        Form = "SHA-256 in base64, 44 characters",
        Pattern = "^[A-Za-z0-9+/]{43}=$"
    )]
    public string? CodeHash { get; init; }

    /// <summary>The same as the component takes it.</summary>
    public LambdaArtifact ToArtifact() =>
        new()
        {
            Path = Path,
            BuildCommand = BuildCommand,
            Bucket = Bucket,
            Key = Key,
            Version = Version,
            CodeHash = CodeHash,
        };

    /// <summary>The same, with a path of the project where the stack file names no place at all.</summary>
    /// <param name="path">Where the build puts the code.</param>
    public ArtifactSettings Or(string path) =>
        Path is null && Bucket is null && Key is null && Version is null ? this with { Path = path } : this;

    /// <summary>What single settings cannot say. Files are looked at when the function is made.</summary>
    public IEnumerable<Problem> Validate() => ToArtifact().Validate();
}
