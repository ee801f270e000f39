namespace Generator.Model;

/// <summary>Where a class is: <paramref name="Owner"/> is the token it comes from, <paramref name="Namespace"/> its module's.</summary>
internal sealed record ClassPlace(string Owner, string Namespace, string Name, TypePosition Position, bool IsProvider = false);
