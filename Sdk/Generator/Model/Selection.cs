using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>The resources and functions to generate.</summary>
internal sealed record Selection(IReadOnlyList<ResourceSpec> Resources, IReadOnlyList<FunctionSpec> Functions)
{
    /// <summary>Everything the schema has, or what the list names; the provider is always there.</summary>
    public static Selection From(PackageSpec package, TokenList? list, Action<DiagnosticInfo> report)
    {
        if (list is null)
            return new Selection([.. package.Resources.Values, package.Provider], [.. package.Functions.Values]);
        foreach (
            var entry in list.Entries.Where(e =>
                !package.Resources.ContainsKey(e.Token) && !package.Functions.ContainsKey(e.Token)
            )
        )
            report(
                DiagnosticInfo.At(
                    DiagnosticDescriptors.UnknownToken,
                    list.File,
                    entry.Position,
                    entry.Token,
                    Suggestion.For(entry.Token, package.Resources.Keys.Concat(package.Functions.Keys))
                )
            );
        var tokens = new HashSet<string>(list.Entries.Select(e => e.Token), StringComparer.Ordinal);
        return new Selection(
            [.. package.Resources.Values.Where(r => tokens.Contains(r.Token)), package.Provider],
            [.. package.Functions.Values.Where(f => tokens.Contains(f.Token))]
        );
    }
}
