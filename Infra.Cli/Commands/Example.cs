namespace Infra.Cli.Commands;

/// <summary>A command line that works, as the help shows it.</summary>
/// <param name="Arguments">What follows <c>infra</c>.</param>
/// <param name="Explanation">What it does.</param>
internal sealed record Example(string Arguments, string Explanation);
