using System.Collections.Immutable;
using System.Text.Json;
using Engine.Model;
using Engine.Planning;
using Engine.Projects;
using Engine.Text;
using Engine.Values;

namespace Engine.Documents;

/// <summary>
/// Plans kept in a file, to plan against later. The form is that of <c>pulumi stack export</c>, holding the resources as they would be after the
/// plan; a field of its own marks it. It never holds a secret: each is a keyed digest, or a secret of unknown content. <c>docs/schemas</c> has the
/// JSON Schema.
/// </summary>
public static class PlanFile
{
    private const string Marker = "infra";
    private const string MarkerVersion = "plan";
    private const int Indent = 4;

    /// <summary>The newest version of the form, and the one that is written.</summary>
    internal const int Version = 1;

    /// <summary>
    /// Saves a plan, all of it or nothing: readers never see half a file. An earlier plan, or an empty file, is overwritten; any other file is
    /// not, since it may be the only copy of a checkpoint.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="secrets">Makes the digests of its secrets. Default: none are kept.</param>
    /// <param name="now">When it was made. Default: now.</param>
    /// <exception cref="InputException">Something else lies there, or it cannot be written.</exception>
    public static void Save(string path, Plan plan, SecretComparison? secrets = null, DateTimeOffset? now = null)
    {
        var full = Path.GetFullPath(path);
        try
        {
            RefuseOther(full);
            var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}");
            try
            {
                using (var stream = File.Create(temporary))
                    Write(stream, plan, now ?? DateTimeOffset.UtcNow, secrets);
                File.Move(temporary, full, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (DirectoryNotFoundException)
        {
            throw new InputException(path, [$"there is no directory {Path.GetDirectoryName(full)}; make it first"]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, [$"cannot be written: {error.Message}"]);
        }
    }

    internal static void Write(Stream stream, Plan plan, DateTimeOffset now, SecretComparison? secrets = null)
    {
        const string Engine = "infra";
        using var writer = new PulumiJsonWriter(stream, Indent);
        writer.StartObject();
        writer.Name("version");
        writer.Number(3L);
        writer.Name("deployment");
        writer.StartObject();
        writer.Name("manifest");
        writer.StartObject();
        Text(writer, "time", PreviewDocument.Time(now));
        Text(writer, "magic", Integrity.Magic(Engine));
        Text(writer, "version", Engine);
        writer.EndObject();
        writer.Name("resources");
        writer.StartArray();
        var states = new StateWriter(writer, secrets is null ? SecretForm.Sealed : SecretForm.Digested(secrets.Keep));
        foreach (var state in After(plan))
            states.Write(state);
        writer.EndArray();
        writer.Name("metadata");
        writer.StartObject();
        writer.EndObject();
        writer.EndObject();
        writer.Name(Marker);
        writer.StartObject();
        writer.Name(MarkerVersion);
        writer.Number((long)Version);
        Text(writer, "project", plan.Project);
        Text(writer, "stack", plan.Stack);
        writer.Name("steps");
        writer.StartArray();
        foreach (var step in PlannedStep.Of(plan))
            step.Write(writer);
        writer.EndArray();
        writer.EndObject();
        writer.EndObject();
        writer.Line();
    }

    /// <summary>Refuses a plan of a newer version than this one knows.</summary>
    internal static void CheckVersion(JsonElement root, ProblemList problems)
    {
        if (!IsPlan(root))
            return;
        var version = root.GetProperty(Marker).GetProperty(MarkerVersion);
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number is < 1 or > Version)
            problems.Add(
                $"{Marker}.{MarkerVersion}",
                version.GetRawText(),
                $"1 to {Version}",
                "a newer infra saved it: use that one, or save the plan again with this one"
            );
    }

    /// <summary>What the plan would do. Default: it does not say.</summary>
    internal static ImmutableArray<PlannedStep>? Steps(JsonElement root, ProblemList problems)
    {
        try
        {
            return IsPlan(root) ? PlannedStep.Read(root.GetProperty(Marker)) : null;
        }
        catch (FormatException error)
        {
            problems.Add(error.Message);
            return null;
        }
    }

    internal static bool IsPlan(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty(Marker, out var marker)
        && marker.ValueKind == JsonValueKind.Object
        && marker.TryGetProperty(MarkerVersion, out _);

    /// <summary>Every resource as it would be after the plan. What has no id yet gets the mark of the unknown, which references to it hold too.</summary>
    private static IEnumerable<ResourceState> After(Plan plan) =>
        Baseline
            .After(plan)
            .Resources.Select(state =>
                state.Custom && string.IsNullOrEmpty(state.Id) ? state with { Id = Signatures.Unknown } : state
            );

    private static void RefuseOther(string path)
    {
        if (Directory.Exists(path))
            throw new InputException(path, ["got a directory, want a file"]);
        if (!File.Exists(path) || new FileInfo(path).Length == 0)
            return;
        try
        {
            using var stream = File.OpenRead(path);
            using var json = JsonDocument.Parse(stream);
            if (IsPlan(json.RootElement))
                return;
        }
        catch (JsonException)
        {
            // No JSON at all is no plan either.
        }
        throw new InputException(
            path,
            ["got a file that is no saved plan, want a new file or an earlier plan; choose another name"]
        );
    }

    private static void Text(PulumiJsonWriter writer, string name, string value)
    {
        writer.Name(name);
        writer.String(value);
    }
}
