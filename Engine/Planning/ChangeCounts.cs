namespace Engine.Planning;

/// <summary>How many steps of one kind there are.</summary>
/// <param name="Op">The kind.</param>
/// <param name="Count">How many; at least one.</param>
public sealed record ChangeCount(StepOp Op, int Count);

/// <summary>How many steps of each kind there are.</summary>
public sealed class ChangeCounts
{
    // An array and no dictionary: collections over enumerations are compiled at every start. The last kind has the highest number.
    private readonly int[] _counts = new int[(int)StepOp.Discard + 1];

    /// <summary>Counts steps.</summary>
    public ChangeCounts(IEnumerable<PlanStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        foreach (var step in steps)
            _counts[(int)step.Op]++;
    }

    /// <summary>How many of a kind; 0 where there are none.</summary>
    public int this[StepOp op] => _counts[(int)op];

    /// <summary>The kinds that there are, in the order of <see cref="StepOp"/>.</summary>
    public IEnumerable<ChangeCount> All
    {
        get
        {
            for (var op = 0; op < _counts.Length; op++)
                if (_counts[op] > 0)
                    yield return new((StepOp)op, _counts[op]);
        }
    }
}
