namespace Review.Tests.Guardrails;

/// <summary>What a rule must say: a stack that passes, and single changes of it that must make it fail, or leave it not to be known.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Passing">Lines of a <see cref="StackText"/> that passes.</param>
internal sealed record RuleCase(string Rule, string Passing)
{
    private readonly List<(string Text, Func<StackText, StackText> Change)> _failing = [];
    private readonly List<(string Text, Func<StackText, StackText> Change)> _unknown = [];
    private readonly List<(string Text, Func<StackText, StackText> Change)> _fine = [];

    private readonly List<Flip> _flips = [];

    public IReadOnlyList<(string Text, Func<StackText, StackText> Change)> Failing => _failing;

    /// <summary>The single properties whose change makes it fail.</summary>
    public IReadOnlyList<Flip> Flips => _flips;

    private readonly List<(string Text, Func<StackText, StackText> Change)> _skipped = [];

    public IReadOnlyList<(string Text, Func<StackText, StackText> Change)> Skipped => _skipped;

    public IReadOnlyList<(string Text, Func<StackText, StackText> Change)> Unknown => _unknown;

    public IReadOnlyList<(string Text, Func<StackText, StackText> Change)> Fine => _fine;

    /// <summary>It must fail with this input; nothing leaves it out.</summary>
    public RuleCase FailsWith(string resource, string path, string? json)
    {
        _flips.Add(new Flip(StackText.Of(Passing).Resources.Single(one => one.Name == resource).Type, path, json));
        return FailsAs(Said(resource, path, json), stack => stack.With(resource, path, json));
    }

    /// <summary>It must fail with these resources too.</summary>
    public RuleCase FailsWithAlso(string lines) => FailsAs($"and {lines}", stack => stack.And(lines));

    /// <summary>It must fail without this resource.</summary>
    public RuleCase FailsWithout(string resource)
    {
        _flips.Add(new Flip(StackText.Of(Passing).Resources.Single(one => one.Name == resource).Type, null));
        return FailsAs($"without {resource}", stack => stack.Without(resource));
    }

    /// <summary>It must fail after a change of any kind.</summary>
    public RuleCase FailsAs(string text, Func<StackText, StackText> change)
    {
        _failing.Add((text, change));
        return this;
    }

    /// <summary>It cannot be known while this input is not.</summary>
    public RuleCase CannotKnow(string resource, string path) =>
        UnknownAs(Said(resource, path, "\"?\""), stack => stack.With(resource, path, "\"?\""));

    /// <summary>It cannot be known after a change of any kind.</summary>
    public RuleCase UnknownAs(string text, Func<StackText, StackText> change)
    {
        _unknown.Add((text, change));
        return this;
    }

    /// <summary>It is about no resource of the stack any more after a change.</summary>
    public RuleCase SkipsAs(string text, Func<StackText, StackText> change)
    {
        _skipped.Add((text, change));
        return this;
    }

    /// <summary>It is about no resource of the stack any more with this input.</summary>
    public RuleCase SkipsWith(string resource, string path, string? json) =>
        SkipsAs(Said(resource, path, json), stack => stack.With(resource, path, json));

    /// <summary>It still passes with this input.</summary>
    public RuleCase PassesWith(string resource, string path, string? json) =>
        PassesAs(Said(resource, path, json), stack => stack.With(resource, path, json));

    /// <summary>It still passes after a change of any kind.</summary>
    public RuleCase PassesAs(string text, Func<StackText, StackText> change)
    {
        _fine.Add((text, change));
        return this;
    }

    public override string ToString() => Rule;

    private static string Said(string resource, string path, string? json) =>
        json is null ? $"{resource} without {path}" : $"{resource} {path}={json}";
}
