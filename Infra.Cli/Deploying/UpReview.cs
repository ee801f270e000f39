using Engine.Documents;
using Infra.Cli.Commands;
using Infra.Cli.Output;
using Infra.Cli.Previews;
using Infra.Cli.Stacks;

namespace Infra.Cli.Deploying;

/// <summary>Our own review of a deployment, as <c>infra preview --baseline</c> shows it.</summary>
internal static class UpReview
{
    /// <summary>Plans the stack against a document.</summary>
    /// <exception cref="Engine.InputException">Program or waivers cannot be used.</exception>
    public static Task<StackOutcome> OfAsync(StackTarget target, DeploymentDocument deployed, CancellationToken cancellationToken)
    {
        var asked = Asked(guardrails: true);
        return new StackPreviews(asked, new BaselineSource(null, null) { Document = deployed }).OfAsync(
            target,
            cancellationToken
        );
    }

    /// <summary>What differs between a saved plan and today's: the resources that would be deployed, without anything else.</summary>
    public static Task<StackOutcome> AgainstPlanAsync(StackTarget target, string file, CancellationToken cancellationToken) =>
        new StackPreviews(Asked(guardrails: false), new BaselineSource(file, null)).OfAsync(target, cancellationToken);

    /// <summary>Shows it: dangers, tree, counts, guardrails, cost.</summary>
    /// <exception cref="CommandException">There is no plan; with what the program said.</exception>
    public static void Tell(Screen screen, StackOutcome outcome, bool json, long started)
    {
        if (outcome.HasNoPlan)
            throw new CommandException(
                PreviewFailure.Tell(screen.Error, outcome.Target.File.FileName, outcome.Result),
                $"{outcome.Target.File.Stack}: nothing was done"
            );
        // The document at the end is of what was done; the review is for people wherever that goes.
        new PreviewReport(screen, Asked(guardrails: true) with { Json = false }).TellPeople(
            screen.People(json),
            outcome,
            started,
            "against the state of the stack"
        );
    }

    private static PreviewRequest Asked(bool guardrails) =>
        new()
        {
            Guardrails = guardrails,
            Cost = guardrails,
            Timeout = TimeSpan.FromSeconds(PreviewArguments.DefaultSeconds),
        };
}
