namespace Infra.Cli.Operations.Parts;

/// <summary>A database instance of RDS.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="ReplicaOf">The instance it copies. Default: none, it is written to.</param>
internal sealed record DatabasePart(string Identifier, string? ReplicaOf);
