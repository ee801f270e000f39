using Infra.Validation;

namespace Infra.Data;

/// <summary>Between what the capacity of a table, and of each of its indexes, moves.</summary>
/// <param name="MinRead">Read units at the least.</param>
/// <param name="MaxRead">Read units at the most.</param>
/// <param name="MinWrite">Write units at the least.</param>
/// <param name="MaxWrite">Write units at the most.</param>
internal sealed record TableCapacity(int MinRead, int MaxRead, int MinWrite, int MaxWrite)
{
    private const int Most = 40_000;

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<Problem> Validate() => Bounds("Read", MinRead, MaxRead).Concat(Bounds("Write", MinWrite, MaxWrite));

    private static IEnumerable<Problem> Bounds(string kind, int min, int max)
    {
        if (min is < 1 or > Most)
            yield return new($"min{kind}", min, $"1 to {Most}", "AWS gives a table no more");
        if (max is < 1 or > Most)
            yield return new($"max{kind}", max, $"1 to {Most}", "AWS gives a table no more");
        else if (max < min)
            yield return new($"max{kind}", max, $"{min} or more, the min{kind}", "raise it, or lower the other");
    }
}
