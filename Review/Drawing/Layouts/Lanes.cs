namespace Review.Drawing.Layouts;

/// <summary>The places where lines may run: beside every card, and through the middle of each in both directions.</summary>
internal sealed class Lanes
{
    private readonly bool[] _blocked;
    private readonly bool[] _text;

    /// <summary>Finds them.</summary>
    /// <param name="cards">What no line may run through.</param>
    /// <param name="boxes">What lines may leave and reach, without being in the way.</param>
    /// <param name="texts">What lines should rather go around.</param>
    public Lanes(IReadOnlyCollection<Rect> cards, IReadOnlyCollection<Rect> boxes, IReadOnlyCollection<Rect> texts)
    {
        Xs = Sorted(cards.SelectMany(Columns).Concat(boxes.Select(box => box.CenterX)));
        Ys = Sorted(cards.SelectMany(Rows).Concat(boxes.SelectMany(box => (int[])[box.Y - Sizes.Lane, box.Bottom + Sizes.Lane])));
        _blocked = new bool[Xs.Length * Ys.Length];
        _text = new bool[Xs.Length * Ys.Length];
        foreach (var card in cards)
            Mark(_blocked, card.Grown(Sizes.Shy));
        foreach (var text in texts)
            Mark(_text, text.Grown(2));
    }

    /// <summary>The columns, from left to right.</summary>
    public int[] Xs { get; }

    /// <summary>The rows, from top to bottom.</summary>
    public int[] Ys { get; }

    /// <summary>Whether a card is at a crossing of column and row, both by number.</summary>
    public bool IsBlocked(int column, int row) => _blocked[row * Xs.Length + column];

    /// <summary>Whether a title is there.</summary>
    public bool IsText(int column, int row) => _text[row * Xs.Length + column];

    private static IEnumerable<int> Columns(Rect card) => [card.X - Sizes.Lane, card.CenterX, card.Right + Sizes.Lane];

    private static IEnumerable<int> Rows(Rect card) => [card.Y - Sizes.Lane, card.CenterY, card.Bottom + Sizes.Lane];

    private static int[] Sorted(IEnumerable<int> values) => [.. new SortedSet<int>(values)];

    private void Mark(bool[] marks, Rect rect)
    {
        for (var row = First(Ys, rect.Y + 1); row < Ys.Length && Ys[row] < rect.Bottom; row++)
        for (var column = First(Xs, rect.X + 1); column < Xs.Length && Xs[column] < rect.Right; column++)
            marks[row * Xs.Length + column] = true;
    }

    private static int First(int[] values, int least)
    {
        var at = Array.BinarySearch(values, least);
        return at < 0 ? ~at : at;
    }
}
