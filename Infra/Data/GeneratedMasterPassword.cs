using Pulumi;

namespace Infra.Data;

/// <summary>A master password that the program makes. RDS is told it once for each version and no state holds it.</summary>
/// <param name="Value">The password; secret.</param>
/// <param name="Version">Raised to tell RDS a new one.</param>
internal sealed record GeneratedMasterPassword(Output<string> Value, int Version);
