using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>
/// The code of a function: a zip file or folder in the project, or an object in S3. Nothing here builds it. A function cannot be made without
/// code, so the first deployment needs the artefact too: build, then deploy.
/// </summary>
internal sealed record LambdaArtifact
{
    /// <summary>A zip file, or a folder that is zipped as it is, from the folder of the project. Default: none; the code is in S3.</summary>
    public string? Path { get; init; }

    /// <summary>What builds it; errors about a missing artefact tell it. Default: nobody knows.</summary>
    public string? BuildCommand { get; init; }

    /// <summary>The bucket of the code. Default: none; the code is in the project.</summary>
    public string? Bucket { get; init; }

    /// <summary>The object in it, a zip file.</summary>
    public string? Key { get; init; }

    /// <summary>The version of the object. Default: whatever is there; then <see cref="CodeHash"/> must say when it is another.</summary>
    public string? Version { get; init; }

    /// <summary>
    /// What the artefact must be: SHA-256 in base64, of the zip file, or of a folder as <see cref="LambdaCode.HashOf"/> computes it. A preview
    /// takes it for an artefact that is not built; one that is built must have it. Default: whatever is there.
    /// </summary>
    public string? CodeHash { get; init; }

    /// <summary>What relative paths begin at. Default: the folder of the project.</summary>
    public string Directory { get; init; } = ProjectFolder.FromHere;

    /// <summary>The path from where the program runs, by which Pulumi finds the code too.</summary>
    /// <param name="path">The path in the project.</param>
    public string Place(string path) => Directory == "." ? path : System.IO.Path.Combine(Directory, path);

    /// <summary>What is wrong with what is said of it.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Path is null == Bucket is null)
            yield return new(
                "path",
                Path is null ? null : "a path and a bucket",
                "a path in the project, or bucket and key",
                "say where the code is"
            );
        if (CodeHash is { } declared && !IsHash(declared))
            yield return new(
                "codeHash",
                declared,
                "SHA-256 in base64, 44 characters",
                "openssl dgst -sha256 -binary <file> | base64 prints it"
            );
        foreach (var problem in Path is null ? S3() : [])
            yield return problem;
    }

    /// <summary>What is wrong with the files themselves.</summary>
    /// <param name="isPreview">Whether nothing will be changed.</param>
    public IEnumerable<Problem> Problems(bool isPreview) => Path is null ? [] : File(Path, isPreview);

    private ImmutableArray<Problem> S3()
    {
        if (Bucket is null)
            return [];
        if (Key is null)
            return [new("key", Key, "the object in the bucket", "say where the code is")];
        return Version is null && CodeHash is null
            ? [new("version", Version, "a version, or codeHash", "else nobody would notice that the object is another")]
            : [];
    }

    private ImmutableArray<Problem> File(string path, bool isPreview)
    {
        if (LambdaCode.HashOf(Place(path)) is not { } actual)
            return isPreview && CodeHash is not null
                ? []
                :
                [
                    new(
                        "path",
                        $"{path}, which is not there",
                        isPreview ? "a zip file or folder, or codeHash" : "a zip file or folder",
                        BuildCommand is null ? "build it first" : $"build it first: {BuildCommand}"
                    ),
                ];
        return CodeHash is { } declared && IsHash(declared) && declared != actual
            ? [new("codeHash", declared, $"{actual}, which {path} has", "it is another build: build again, or declare it")]
            : [];
    }

    private static bool IsHash(string text) =>
        Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length == 32;
}
