namespace Infra.Cli.Operations.Parts;

/// <summary>A Lambda function.</summary>
/// <param name="Key">What people call it in this stack: <c>reports</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Alias">The alias that callers use. Default: none, they call the newest version.</param>
/// <param name="LogGroup">Where it writes.</param>
internal sealed record FunctionPart(string Key, string Name, string? Alias, string LogGroup);
