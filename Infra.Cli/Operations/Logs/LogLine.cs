using Infra.Cli.Operations.Parts;

namespace Infra.Cli.Operations.Logs;

/// <summary>A line of a log.</summary>
/// <param name="Source">The group it is from.</param>
/// <param name="Time">When it was written, in milliseconds since 1970.</param>
/// <param name="Stream">The stream: a task or an instance of a function.</param>
/// <param name="Id">What CloudWatch tells it from others by.</param>
/// <param name="Message">The text.</param>
internal sealed record LogLine(LogSource Source, long Time, string Stream, string Id, string Message);
