using System.Collections.Immutable;
using Review.Model;

namespace Review.Cost.Savings;

/// <summary>What a stack could cost less, computed from its plan: each way by itself, so amounts of two must not be added up where both change one resource.</summary>
/// <param name="Savings">The ways, the largest first; those with an unknown amount last.</param>
/// <param name="Considered">What was computed and does not pay.</param>
public sealed record SavingsReport(ImmutableArray<Saving> Savings, ImmutableArray<Considered> Considered)
{
    /// <summary>Computes the ways of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="options">How its estimate was made.</param>
    /// <param name="estimate">Its estimate.</param>
    public static SavingsReport Of(StackModel stack, CostOptions options, CostEstimate estimate)
    {
        var question = new WhatIf(stack, options, estimate);
        return new(
            [
                .. SavingsCatalog
                    .All.SelectMany(way => way(question))
                    // Less than a cent is no way to pay less.
                    .Where(saving => saving.Amount is not < 0.01m)
                    .OrderByDescending(saving => saving.Amount ?? -1)
                    .ThenBy(saving => saving.Title, StringComparer.Ordinal),
            ],
            [.. EndpointsOrNat.Considered(question)]
        );
    }
}
