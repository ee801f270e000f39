using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Generator.Schema;

/// <summary>An additional file with a role. Equal by content, so that a build in which it did not change is not repeated.</summary>
internal sealed class SchemaFile(string path, SchemaRole role, SourceText text) : IEquatable<SchemaFile>
{
    private const string RoleMetadata = "build_metadata.AdditionalFiles.PulumiSchema";

    public string Path { get; } = path;

    public SchemaRole Role { get; } = role;

    public SourceText Text { get; } = text;

    public static SchemaFile? From(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        if (!options.GetOptions(file).TryGetValue(RoleMetadata, out var metadata))
            return null;
        return
            Enum.TryParse<SchemaRole>(metadata, ignoreCase: true, out var role)
            && role != SchemaRole.None
            && file.GetText(cancellation) is { } text
            ? new SchemaFile(file.Path, role, text)
            : null;
    }

    /// <summary>Where in this file a character is, for a diagnostic.</summary>
    public Location LocationOf(int position)
    {
        var span = new TextSpan(Math.Min(position, Text.Length), 0);
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }

    public bool Equals(SchemaFile? other) =>
        other is not null && Role == other.Role && Path == other.Path && Text.ContentEquals(other.Text);

    public override bool Equals(object? obj) => Equals(obj as SchemaFile);

    public override int GetHashCode() => Path.GetHashCode() ^ (int)Role ^ Text.Length;
}
