using System.Collections.Immutable;
using Review.Model;

namespace Review.Comparison.Accepted;

/// <summary>Differences with one reason.</summary>
/// <param name="Reason">Why they are meant to be.</param>
/// <param name="Between">
/// By system, environments or stacks: what is said holds between the first and each of the others. <c>*</c> in a name stands for any text.
/// </param>
internal sealed record AcceptedGroup(string Reason, ImmutableArray<(string System, ImmutableArray<string> Sides)> Between)
{
    /// <summary>Whether it is about these two stacks, whichever is left.</summary>
    public bool Names(StackSide left, StackSide right) =>
        Between.Any(pair =>
            Glob.Matches(pair.System, left.System)
            && pair.Sides[1..]
                .Any(other =>
                    Names(pair.Sides[0], left) && Names(other, right) || Names(pair.Sides[0], right) && Names(other, left)
                )
        );

    private static bool Names(string pattern, StackSide side) =>
        Glob.Matches(pattern, side.Environment) || Glob.Matches(pattern, side.Stack);
}
