using System.Security.Cryptography;
using System.Text;
using Pulumi;
using FunctionArgs = Pulumi.Aws.Lambda.FunctionArgs;

namespace Infra.Serverless;

/// <summary>Hands an artefact to Lambda, with the hash by which a change of it is noticed.</summary>
internal static class LambdaCode
{
    /// <summary>Sets code and hash.</summary>
    public static void Set(FunctionArgs function, LambdaArtifact artifact)
    {
        if (artifact.Path is { } path)
        {
            var actual = HashOf(artifact.Place(path));
            function.SourceCodeHash = actual ?? artifact.CodeHash!;
            function.Code = actual is null ? NotBuilt(path) : new FileArchive(artifact.Place(path));
            return;
        }
        function.S3Bucket = artifact.Bucket!;
        function.S3Key = artifact.Key!;
        if (artifact.Version is { } version)
            function.S3ObjectVersion = version;
        if (artifact.CodeHash is { } hash)
            function.SourceCodeHash = hash;
    }

    /// <summary>
    /// The hash of a file, as AWS shows it: SHA-256 in base64. Of a folder: of the names and contents of its files, in order, because a zip of
    /// it would also hold times. Nothing when there is neither.
    /// </summary>
    public static string? HashOf(string path)
    {
        if (File.Exists(path))
        {
            using var stream = File.OpenRead(path);
            return Convert.ToBase64String(SHA256.HashData(stream));
        }
        return Directory.Exists(path) ? HashOfFolder(path) : null;
    }

    private static string? HashOfFolder(string folder)
    {
        var files = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, name) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
        return Convert.ToBase64String(hash.GetHashAndReset());
    }

    // Lambda's plan wants some code. A preview of what is not built shows this instead; a deployment is refused.
    private static AssetArchive NotBuilt(string path) =>
        new(new Dictionary<string, AssetOrArchive> { ["not-built.txt"] = new StringAsset($"{path} is not built yet") });
}
