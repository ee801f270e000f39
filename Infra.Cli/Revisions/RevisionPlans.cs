using System.Collections.Immutable;
using Engine;
using Engine.Documents;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Infra.Cli.Output;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Infra.Cli.Revisions;

/// <summary>
/// What the stacks would be if an earlier revision were deployed: its stack files, run by its own program, or by today's where the program's sources are
/// the same.
/// </summary>
internal sealed class RevisionPlans
{
    private readonly Revision _revision;
    private readonly IProgram? _program;

    private RevisionPlans(Revision revision, IProgram? program) => (_revision, _program) = (revision, program);

    /// <summary>What people called it.</summary>
    public string Name => _revision.Name;

    /// <summary>Stacks of the revision whose file is gone.</summary>
    /// <param name="now">The project as it is.</param>
    public ImmutableArray<string> Gone(ProjectFile now) =>
        [.. Engine.Projects.Stacks.List(_revision.Project).Except(Engine.Projects.Stacks.List(now))];

    /// <summary>Gets a revision ready; building its program may take a minute, which is told.</summary>
    /// <param name="project">The project as it is.</param>
    /// <param name="name">The revision.</param>
    /// <param name="command">The program that was named for it. Default: the repository's own.</param>
    /// <param name="progress">Where to tell what takes long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<RevisionPlans> OpenAsync(
        ProjectFile project,
        string name,
        string? command,
        Terminal progress,
        CancellationToken cancellationToken
    )
    {
        var revision = await Revision.OpenAsync(project, name, cancellationToken);
        // Of another program nothing says where its sources are: it is run for both sides.
        var program =
            command is null && await revision.HasOtherProgramAsync(cancellationToken)
                ? await RevisionProgram.BuildAsync(revision, progress, cancellationToken)
                : null;
        return new(revision, program ?? (command is null ? null : ProgramChoice.For(project, command)));
    }

    /// <summary>What a stack would be; nothing is there where the revision has no such stack.</summary>
    /// <exception cref="CommandException">The revision's stack file or program does not work.</exception>
    public async Task<Baseline> OfAsync(StackTarget now, CancellationToken cancellationToken)
    {
        if (!Engine.Projects.Stacks.List(_revision.Project).Contains(now.File.Stack))
            return Baseline.Empty;
        try
        {
            var file = StackFile.Load(_revision.Project, now.File.Stack);
            var target = new StackTarget(_revision.Project, file, StackConfiguration.Load(_revision.Project, file));
            var options = StackPreview.Options(target, _program ?? ProgramChoice.For(now.Project, null)) with
            {
                // Files that are built rather than kept in the repository are the same for both sides.
                RootDirectory = now.Project.Directory,
                WorkingDirectory = Directory.Exists(now.Project.Main) ? now.Project.Main : now.Project.Directory,
                Assume = StandIns.Of,
            };
            return After(now.File.Stack, await Preview.RunAsync(options, cancellationToken));
        }
        catch (InputException problem)
        {
            throw new CommandException(ExitCodes.BadInput, $"{Name}: {problem.Message}");
        }
    }

    /// <summary>What the stack's file allowed to break a guardrail; nothing where the revision has no such stack, or its waivers cannot be used today.</summary>
    public ImmutableArray<Waiver> Waivers(StackTarget now)
    {
        if (!Engine.Projects.Stacks.List(_revision.Project).Contains(now.File.Stack))
            return [];
        try
        {
            var file = StackFile.Load(_revision.Project, now.File.Stack);
            return StackReview.Waivers(new(_revision.Project, file, StackConfiguration.Load(_revision.Project, file)));
        }
        catch (InputException)
        {
            return []; // rules may have gone since; what they allowed then is nothing today
        }
    }

    private Baseline After(string stack, PreviewResult result)
    {
        if (!result.Failed)
            return Baseline.After(result.Plan);
        using var text = new StringWriter();
        DiagnosticText.Write(new Terminal(text, false, null), result.Problems);
        throw new CommandException(
            ExitCodes.ProgramFailed,
            $"{text}{Name}: the program of that revision failed for stack {stack}, so there is nothing to compare with; take a revision that works, or --baseline"
        );
    }
}
