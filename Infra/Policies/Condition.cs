using System.Collections.Immutable;

namespace Infra.Policies;

/// <summary>One condition of a statement; it holds when one of the values does.</summary>
/// <param name="Operator">For example <c>StringEquals</c>.</param>
/// <param name="Key">For example <c>aws:SourceAccount</c>.</param>
/// <param name="Values">At least one.</param>
internal sealed record Condition(string Operator, string Key, params ImmutableArray<string> Values);
