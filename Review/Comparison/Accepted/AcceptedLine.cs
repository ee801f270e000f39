using Review.Model;

namespace Review.Comparison.Accepted;

/// <summary>One line of the list: differences that are meant to be.</summary>
/// <param name="Group">What it stands in: why, and between whom.</param>
/// <param name="Resource">
/// A type as displays have it, or type and name with a space between them; <c>*</c> stands for any text.
/// </param>
/// <param name="Path">The property, and all that lies in it. Default: that only one stack has the resource.</param>
/// <param name="Line">Where it stands in the file.</param>
internal sealed record AcceptedLine(AcceptedGroup Group, string Resource, string? Path, int Line)
{
    /// <summary>Whether it is about this difference of a pair that its group names.</summary>
    public bool Covers(StackDifference difference) =>
        difference.IsOnlyInOne == Path is null
        && (Path is null || CoversPath(difference.Path!))
        && (CoversName(difference.Type, difference.LeftName) || CoversName(difference.Type, difference.RightName));

    /// <inheritdoc/>
    public override string ToString() => Path is null ? Resource : $"{Resource} {Path}";

    private bool CoversName(string type, string? name) =>
        name is not null && (Matches($"{TypeNames.Short(type)} {name}") || Matches($"{type} {name}"));

    private bool Matches(string resource) => Glob.Matches(Resource.Contains(' ') ? Resource : $"{Resource} *", resource);

    // A property covers what lies in it: its members after a dot, its items in brackets.
    private bool CoversPath(string path) =>
        Glob.Matches(Path, path) || Glob.Matches($"{Path}.*", path) || Glob.Matches($"{Path}[*", path);
}
