using System.Collections.Immutable;

namespace Engine.Planning;

/// <summary>What to plan differently.</summary>
public sealed record PlannerOptions
{
    /// <summary>URNs to replace whether or not they changed. Default: none.</summary>
    public ImmutableHashSet<string> Replace { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether protected resources may be deleted and replaced. Default: that is an error.</summary>
    public bool IgnoreProtect { get; init; }

    /// <summary>What the paths of assets are relative to. Default: the content of files is not looked at, only their names are compared.</summary>
    public string? Directory { get; init; }

    /// <summary>How secrets are compared. Default: within this process only; digests of a plan file cannot be read.</summary>
    public SecretComparison Secrets { get; init; } = new();

    /// <summary>
    /// The resources, by type and name, whose outputs a text was made of where those were assumed
    /// (<see cref="Previewing.PreviewOptions.Assume"/>): when one of them is made anew the text is another although it reads the same. Default: no
    /// text is.
    /// </summary>
    public Func<string, IEnumerable<(string Type, string Name)>>? Origins { get; init; }
}
