using System;
using System.Collections.Immutable;
using System.Linq;
using Generator.Schema;

namespace Generator;

/// <summary>The files of a project that have a role. Equal by content; the whole of what the generated code depends on.</summary>
internal sealed class GeneratorInput(ImmutableArray<SchemaFile> files) : IEquatable<GeneratorInput>
{
    public ImmutableArray<SchemaFile> Files { get; } = files;

    public ImmutableArray<SchemaFile> With(SchemaRole role) => [.. Files.Where(f => f.Role == role)];

    public bool Equals(GeneratorInput? other) => other is not null && Files.SequenceEqual(other.Files);

    public override bool Equals(object? obj) => Equals(obj as GeneratorInput);

    public override int GetHashCode() => Files.Aggregate(17, (hash, file) => hash * 31 + file.GetHashCode());
}
