using Infra.Validation;

namespace Infra.Settings.Bootstrap;

/// <summary>Everything a stack of system bootstrap may decide. The values of each environment are in <see cref="BootstrapDefaults"/>.</summary>
internal sealed record BootstrapSettings
{
    [Setting("Where Pulumi keeps the state of the account's stacks.")]
    public StateSettings State { get; init; } = new();

    [Setting("What workflows on GitHub may do.")]
    public GitHubSettings GitHub { get; init; } = new();

    [Setting("Tags that every resource carries.")]
    public TagSettings Tags { get; init; } = new();

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    public IEnumerable<Problem> Validate(StackContext context) =>
        [
            .. GitHub.Validate(context).Select(problem => problem.Under("gitHub")),
            .. Tags.Validate().Select(problem => problem.Under("tags")),
        ];
}
