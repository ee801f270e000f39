using System.Collections.Immutable;
using Infra.Cli.Stacks;
using Review.Guardrails;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Infra.Cli.Programs;

/// <summary>Asks the guardrails about a stack, with the waivers of its file, as of today.</summary>
internal static class StackReview
{
    /// <summary>What the guardrails say of a stack.</summary>
    public static GuardrailReport Check(StackModel model, ImmutableArray<Waiver> waivers) =>
        GuardrailRun.Of(model, waivers, Today);

    /// <summary>What the file of a stack allows.</summary>
    /// <exception cref="Engine.InputException">A waiver cannot be used; with every problem.</exception>
    public static ImmutableArray<Waiver> Waivers(StackTarget target) =>
        WaiverReader.Read(target.Plain($"{target.Project.Name}:{WaiverReader.Key}"), target.File.FileName, Today);

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);
}
