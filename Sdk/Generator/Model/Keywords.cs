using System;
using System.Collections.Generic;

namespace Generator.Model;

internal static class Keywords
{
    /// <summary>The words that C# reserves everywhere; a parameter of that name needs an "@".</summary>
    public static readonly HashSet<string> Reserved = new(
        (
            "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum "
            + "event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long "
            + "namespace new null object operator out override params private protected public readonly ref return sbyte sealed short "
            + "sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using "
            + "virtual void volatile while"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>"new " if a member of that name hides one that every object has.</summary>
    public static string Hiding(string member) =>
        member is "Equals" or "GetHashCode" or "GetType" or "MemberwiseClone" or "ReferenceEquals" or "ToString" ? "new " : "";
}
