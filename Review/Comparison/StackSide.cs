using Engine.Planning;
using Review.Model;

namespace Review.Comparison;

/// <summary>One of two stacks that are compared: what it is, and what it calls itself.</summary>
public sealed class StackSide
{
    private const string SystemType = "idp:system:";

    internal StackSide(Plan plan)
    {
        Model = StackModel.Of(plan);
        Stack = plan.Stack;
        // The component below the stack is the system; programs without one are told apart by their project.
        var system = Model.Resources.FirstOrDefault(IsSystem)?.Name;
        System = plan.Config.GetValueOrDefault($"{plan.Project}:system") ?? system ?? plan.Project;
        Environment = plan.Config.GetValueOrDefault($"{plan.Project}:environment") ?? plan.Stack;
        Names = new OwnNames(
            Environment,
            [
                (system ?? "", "{system}"),
                (plan.Config.GetValueOrDefault("aws:region") ?? "", "{region}"),
                .. Accounts(plan).Select(account => (account, "{account}")),
            ]
        );
    }

    /// <summary>The stack's name.</summary>
    public string Stack { get; }

    /// <summary>The system it builds.</summary>
    public string System { get; }

    /// <summary>What it is for: dev, staging, prod.</summary>
    public string Environment { get; }

    internal StackModel Model { get; }

    internal OwnNames Names { get; }

    private static bool IsSystem(Resource resource) =>
        resource.Type.StartsWith(SystemType, StringComparison.Ordinal)
        && resource.State.Parent is { } parent
        && Engine.Model.Urns.Type(parent) == Engine.Model.Urns.StackType;

    private static IEnumerable<string> Accounts(Plan plan) =>
        (plan.Config.GetValueOrDefault("aws:allowedAccountIds") ?? "")
            .Split(['[', ']', '"', ',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Concat(plan.Assumptions.Where(assumption => assumption.Name == "account").Select(assumption => assumption.Value))
            .Distinct();
}
