using Infra.Cli.Output.Report;
using Infra.Cli.Stacks;
using Review.Changes;
using Review.Comparison;
using Review.Comparison.Accepted;
using Review.Cost;
using Review.Cost.Savings;
using Review.Drawing;
using Review.Model;

namespace Infra.Cli.Programs;

/// <summary>Finds out all that a report says of a stack.</summary>
internal static class StackReports
{
    /// <summary>What there is to say.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="other">A stack to compare it with. Default: none.</param>
    /// <param name="changes">What a deployment changes. Default: not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Engine.InputException">Waivers or accepted differences cannot be used; with every problem.</exception>
    /// <exception cref="CommandException">There is no plan; with what the program said.</exception>
    public static async Task<StackReport> OfAsync(
        StackTarget target,
        StackTarget? other,
        PlanChanges? changes,
        CancellationToken cancellationToken
    )
    {
        var waivers = StackReview.Waivers(target);
        var plan = await ReviewedPlan.MakeAsync(target, null, cancellationToken);
        var model = StackModel.Of(plan);
        var settings = await SettingsInForce.OfAsync(target, cancellationToken);
        var options = new CostOptions();
        var cost = CostEstimate.Of(model, options);
        return new()
        {
            Plan = plan,
            Model = model,
            Guardrails = StackReview.Check(model, waivers),
            System = target.Plain($"{target.Project.Name}:system"),
            Environment = target.Plain($"{target.Project.Name}:environment"),
            Settings = settings,
            Configuration = [.. SettingsInForce.Others(target, settings)],
            Picture = Picture.Of(model),
            Cost = cost,
            Savings = SavingsReport.Of(model, options, cost),
            Changes = changes,
            Comparison = other is null
                ? null
                : StackComparison.Of(
                    plan,
                    await ReviewedPlan.MakeAsync(other, null, cancellationToken),
                    AcceptedDifferences.Of(target.Project.Directory)
                ),
        };
    }
}
