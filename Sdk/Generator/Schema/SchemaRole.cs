namespace Generator.Schema;

/// <summary>What an additional file is to the generator; the value of its metadata <c>PulumiSchema</c>.</summary>
internal enum SchemaRole
{
    None,

    /// <summary>The package to generate.</summary>
    Package,

    /// <summary>The tokens to generate, one a line; without such a file all of the package is generated.</summary>
    Tokens,

    /// <summary>A package that the generated one refers to; nothing is generated for it.</summary>
    Dependency,
}
