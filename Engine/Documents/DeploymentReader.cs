using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Engine.Model;
using Engine.Projects;

namespace Engine.Documents;

/// <summary>Reads the envelopes in which Pulumi keeps a stack's resources.</summary>
internal static class DeploymentReader
{
    private const int NewestVersion = 4;

    private static readonly string[] KnownFeatures =
    [
        "refreshBeforeUpdate",
        "views",
        "hooks",
        "taint",
        "replaceWith",
        "snippets-prototype",
        "extensionParameterization",
        "byteString",
    ];

    /// <summary>The bytes of a file, unpacked where it is packed.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static byte[] Bytes(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes is not [0x1f, 0x8b, ..])
                return bytes;
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            packed.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, ["there is no such file; pulumi stack export --file writes one"]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InputException(path, [$"cannot be read: {error.Message}"]);
        }
    }

    /// <exception cref="InputException">It is of another kind, or contradicts itself; with every problem.</exception>
    public static DeploymentDocument Read(byte[] bytes, string fileName, Func<string, string?> environment)
    {
        var problems = new ProblemList(fileName);
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(bytes is [0xef, 0xbb, 0xbf, ..] ? 3 : 0));
            var document = Document(json.RootElement, fileName, environment, problems);
            problems.ThrowIfAny();
            return document;
        }
        catch (JsonException error)
        {
            problems.Add(
                $"line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}",
                "something that is no JSON",
                "a pulumi stack export"
            );
            problems.ThrowIfAny();
            throw;
        }
    }

    private static DeploymentDocument Document(
        JsonElement root,
        string fileName,
        Func<string, string?> environment,
        ProblemList problems
    )
    {
        var document = new DeploymentDocument { FileName = fileName, Resources = [] };
        if (Deployment(root, problems) is not { ValueKind: JsonValueKind.Object } deployment)
            return document;
        Version(root, problems);
        PlanFile.CheckVersion(root, problems);
        var secrets = new CheckpointSecrets(Member(deployment, "secrets_providers"), environment);
        var resources = Resources(deployment, new StateReader(new ValueReader(secrets)), problems);
        if (!problems.Any)
            Integrity.Check(deployment, resources, problems);
        var steps = PlanFile.Steps(root, problems);
        return document with
        {
            Resources = resources,
            IsPlan = PlanFile.IsPlan(root),
            Steps = steps,
            ClosedSecrets = secrets.Closed,
            Warnings = Warnings(deployment, secrets),
        };
    }

    private static JsonElement Deployment(JsonElement root, ProblemList problems)
    {
        if (root.ValueKind == JsonValueKind.Object)
        {
            if (root.TryGetProperty("deployment", out var deployment))
                return deployment;
            if (root.TryGetProperty("checkpoint", out var checkpoint))
                return Member(checkpoint, "latest");
            if (root.TryGetProperty("steps", out _) || root.TryGetProperty("changeSummary", out _))
            {
                problems.Add(
                    "the file",
                    "what preview --json prints",
                    "a pulumi stack export or a plan saved with --save",
                    "a preview does not hold the resources' outputs"
                );
                return default;
            }
        }
        problems.Add(
            "the file",
            "neither deployment nor checkpoint",
            "a pulumi stack export, a checkpoint file, or a plan saved with --save"
        );
        return default;
    }

    private static void Version(JsonElement root, ProblemList problems)
    {
        var version = Member(root, "version");
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number is < 1 or > NewestVersion)
        {
            problems.Add(
                "version",
                version.ValueKind == JsonValueKind.Undefined ? "nothing" : version.GetRawText(),
                $"1 to {NewestVersion}"
            );
            return;
        }
        if (number == NewestVersion && Member(root, "features") is { ValueKind: JsonValueKind.Array } features)
            foreach (var feature in features.EnumerateArray())
                if (!KnownFeatures.Contains(feature.GetString()))
                    problems.Add("features", $"{feature}", "features this version knows", "a newer Pulumi wrote the file");
    }

    private static ImmutableArray<ResourceState> Resources(JsonElement deployment, StateReader reader, ProblemList problems)
    {
        if (Member(deployment, "resources") is not { ValueKind: JsonValueKind.Array } list)
            return [];
        var found = ImmutableArray.CreateBuilder<ResourceState>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
            try
            {
                found.Add(reader.Read(item));
            }
            catch (FormatException error)
            {
                problems.Add($"resources[{found.Count}]: {error.Message}");
                return [];
            }
        return found.ToImmutable();
    }

    private static ImmutableArray<string> Warnings(JsonElement deployment, CheckpointSecrets secrets)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (Member(deployment, "pending_operations") is { ValueKind: JsonValueKind.Array } operations)
            foreach (var operation in operations.EnumerateArray())
                warnings.Add(
                    $"an operation was interrupted: {Member(operation, "type")} {Member(Member(operation, "resource"), "urn")}; run pulumi refresh"
                );
        if (secrets.Closed > 0)
            warnings.Add(
                $"{secrets.Closed} secrets of the baseline cannot be opened here: whether they change is not known, it is taken that they do not"
            );
        return warnings.ToImmutable();
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;
}
