namespace Packages.Tests.Uses;

/// <summary>What an assembly uses of another: a type, or a member of it with its signature as metadata has it.</summary>
/// <param name="Assembly">Whose.</param>
/// <param name="Type">The type, by its name in metadata.</param>
/// <param name="Member">Name and signature. Default: the type itself.</param>
internal sealed record Use(string Assembly, string Type, string? Member = null)
{
    public override string ToString() => Member is null ? Type : $"{Type}::{Member}";
}
