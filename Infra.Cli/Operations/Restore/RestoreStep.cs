using System.Collections.Immutable;

namespace Infra.Cli.Operations.Restore;

/// <summary>A step of a restore that people go by hand.</summary>
/// <param name="Text">What it is for.</param>
/// <param name="Commands">The command lines.</param>
internal sealed record RestoreStep(string Text, ImmutableArray<string> Commands);
