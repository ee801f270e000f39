using System.Collections.Immutable;
using Engine.Projects;

namespace Review.Comparison.Accepted;

/// <summary>The differences between environments that somebody looked at and wants, with the reasons.</summary>
public sealed class AcceptedDifferences
{
    /// <summary>Where a project keeps its list, from the folder of its <c>Pulumi.yaml</c>.</summary>
    public const string File = "docs/accepted-differences.yaml";

    /// <summary>Nothing is accepted.</summary>
    public static readonly AcceptedDifferences None = new([]);

    internal AcceptedDifferences(ImmutableArray<AcceptedLine> lines) => Lines = lines;

    internal ImmutableArray<AcceptedLine> Lines { get; }

    /// <summary>The list of a project. Default: it has none, so that nothing is accepted.</summary>
    /// <exception cref="Engine.InputException">The file cannot be used; with every problem.</exception>
    public static AcceptedDifferences Of(string directory)
    {
        var path = Path.Combine(directory, File);
        return System.IO.File.Exists(path) ? AcceptedReader.Read(TextFile.Read(path), File) : None;
    }

    /// <summary>
    /// The comparison with its accepted differences marked. The first line that covers a difference accepts it; a line of this pair that accepts
    /// nothing is stale.
    /// </summary>
    internal StackComparison Judge(StackComparison comparison)
    {
        var lines = Lines.Where(line => line.Group.Names(comparison.Left, comparison.Right)).ToList();
        var used = new HashSet<AcceptedLine>(ReferenceEqualityComparer.Instance);
        var judged = comparison.Differences.Select(difference =>
        {
            if (lines.Find(line => line.Covers(difference)) is not { } line)
                return difference;
            used.Add(line);
            return difference with { Accepted = line.Group.Reason };
        });
        return comparison with
        {
            Differences = [.. judged],
            Stale =
            [
                .. lines
                    .Where(line => !used.Contains(line))
                    .Select(line =>
                        $"{File}:{line.Line}: {line} accepts nothing between {comparison.Left.Stack} and {comparison.Right.Stack} "
                        + "that lines above it do not; remove it, or the pair from its group"
                    ),
            ],
        };
    }
}
