using Engine.Documents;
using Engine.Planning;
using Infra.Cli.Revisions;
using Infra.Cli.Stacks;

namespace Infra.Cli.Previews;

/// <summary>What is compared with: nothing, a file, or a revision of the repository.</summary>
/// <param name="File">A saved plan or an export. Default: none.</param>
/// <param name="Revision">A revision. Default: none.</param>
internal sealed record BaselineSource(string? File, RevisionPlans? Revision)
{
    /// <summary>What a backend says is deployed. Default: no backend was asked.</summary>
    public DeploymentDocument? Document { get; init; }

    /// <summary>Whether there is anything to compare with.</summary>
    public bool Compares => File is not null || Revision is not null || Document is not null;

    /// <summary>What a stack is planned against, and what there is to say of it. Default: nothing is deployed.</summary>
    public async Task<(Baseline? Baseline, IReadOnlyList<string> Warnings)> OfAsync(
        StackTarget target,
        CancellationToken cancellationToken
    )
    {
        if (Revision is not null)
            return (await Revision.OfAsync(target, cancellationToken), []);
        if (Document is null && File is null)
            return (null, []);
        var document = Document ?? DeploymentDocument.Load(File!);
        document.Require(target.Project.Name, target.File.Stack);
        // What a saved plan cannot tell of its secrets is said after the comparison, where it mattered.
        return (document.ToBaseline(), document.IsPlan ? [] : document.Warnings);
    }
}
