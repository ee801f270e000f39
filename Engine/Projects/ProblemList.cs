using System.Collections.Immutable;

namespace Engine.Projects;

/// <summary>Collects what is wrong with an input, so that all of it can be told at once.</summary>
/// <param name="subject">Who has the problems, for example <c>Pulumi.dev.yaml</c>.</param>
internal sealed class ProblemList(string subject)
{
    private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();

    public string Subject => subject;

    public bool Any => _problems.Count > 0;

    /// <summary>A problem in words.</summary>
    public void Add(string problem) => _problems.Add(problem);

    /// <summary>A problem as <c>path: got, want; way out</c>.</summary>
    public void Add(string path, string got, string want, string? wayOut = null) =>
        Add($"{path}: got {got}, want {want}{(wayOut is null ? "" : $"; {wayOut}")}");

    /// <exception cref="InputException">There are problems.</exception>
    public void ThrowIfAny()
    {
        if (Any)
            throw new InputException(subject, _problems.ToImmutable());
    }
}
