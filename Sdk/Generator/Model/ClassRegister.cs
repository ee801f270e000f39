using System;
using System.Collections.Generic;
using Generator.Schema;

namespace Generator.Model;

/// <summary>Knows which class comes from which token, so that no two tokens give the same.</summary>
internal sealed class ClassRegister(PackageSpec package, Action<DiagnosticInfo> report)
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>False, after a report, if the class is there already; the first one stays.</summary>
    public bool TryAdd(string fullName, string token, int position)
    {
        if (!_tokens.TryGetValue(fullName, out var first))
        {
            _tokens.Add(fullName, token);
            return true;
        }
        report(DiagnosticInfo.At(DiagnosticDescriptors.DuplicateClass, package.File, position, token, first, fullName));
        return false;
    }
}
