namespace Review.Tests.Checklists;

/// <summary>A stack that has every item of a check-list, and for each item changes that take it away.</summary>
/// <param name="System">The system.</param>
/// <param name="Complete">Lines of a <see cref="StackText"/> that has everything.</param>
internal sealed record ListCase(string System, string Complete)
{
    private readonly List<(string Item, string Text, Func<StackText, StackText> Change)> _open = [];

    public IReadOnlyList<(string Item, string Text, Func<StackText, StackText> Change)> Open => _open;

    /// <summary>The items that begin so are open with this input; nothing leaves it out.</summary>
    public ListCase With(string item, string resource, string path, string? json)
    {
        _open.Add((item, $"{resource} {path}={json}", stack => stack.With(resource, path, json)));
        return this;
    }

    /// <summary>The items that begin so are open without this resource.</summary>
    public ListCase Without(string item, string resource)
    {
        _open.Add((item, $"without {resource}", stack => stack.Without(resource)));
        return this;
    }

    /// <summary>The items that begin so are open with this resource too.</summary>
    public ListCase And(string item, string line)
    {
        _open.Add((item, $"and {line}", stack => stack.And(line)));
        return this;
    }

    public override string ToString() => System;
}
