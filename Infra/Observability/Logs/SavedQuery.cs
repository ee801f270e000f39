namespace Infra.Observability.Logs;

/// <summary>A question to ask of a log.</summary>
/// <param name="Key">How it is told from the others.</param>
/// <param name="Text">The question in the language of Logs Insights.</param>
internal sealed record SavedQuery(string Key, string Text);
