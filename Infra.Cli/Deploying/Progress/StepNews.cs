using Engine.Planning;

namespace Infra.Cli.Deploying.Progress;

/// <summary>Something that has happened to a resource while a deployment runs.</summary>
/// <param name="Urn">To whom.</param>
/// <param name="Op">What the engine does.</param>
/// <param name="Kind">How far it is.</param>
/// <param name="Time">How long it has taken until then.</param>
internal sealed record StepNews(string Urn, StepOp Op, NewsKind Kind, TimeSpan Time);
