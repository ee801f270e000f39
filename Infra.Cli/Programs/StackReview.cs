using System.Collections.Immutable;
using Engine.Previewing;
using Engine.Programs;
using Infra.Cli.Output;
using Infra.Cli.Stacks;
using Review.Guardrails;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Infra.Cli.Programs;

/// <summary>
/// Looks at a stack as a reviewer does: its program runs on stand-ins for what AWS makes up, so that policies and container definitions can be read and
/// references followed.
/// </summary>
internal static class StackReview
{
    /// <summary>The stack as it would be.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="program">What to run. A program that is not this repository's gets no stand-ins: it may take texts apart that only AWS can make.</param>
    /// <param name="terminal">Where to tell why there is no plan.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The model and 0, or nothing and the exit code.</returns>
    public static async Task<(StackModel? Model, int ExitCode)> PlanAsync(
        StackTarget target,
        IProgram? program,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var options = StackPreview.Options(target, program ?? ProgramChoice.For(target.Project, null));
        if (program is null)
            options = options with { Assume = StandIns.Of };
        var result = await Preview.RunAsync(options, cancellationToken);
        if (!result.Failed)
            return (StackModel.Of(result.Plan), ExitCodes.Fine);
        return (
            null,
            result.ExitCode == 0
                ? PreviewFailure.Verdict(terminal, result, [])
                : PreviewFailure.Tell(terminal, target.File.FileName, result)
        );
    }

    /// <summary>What the guardrails say of a stack.</summary>
    public static GuardrailReport Check(StackModel model, ImmutableArray<Waiver> waivers) =>
        GuardrailRun.Of(model, waivers, Today);

    /// <summary>What the file of a stack allows.</summary>
    /// <exception cref="Engine.InputException">A waiver cannot be used; with every problem.</exception>
    public static ImmutableArray<Waiver> Waivers(StackTarget target) =>
        WaiverReader.Read(target.Plain($"{target.Project.Name}:{WaiverReader.Key}"), target.File.FileName, Today);

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);
}
