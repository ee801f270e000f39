using Infra.Cli.Operations.Parts;
using Infra.Cli.Output.Cost;
using Review.Cost;
using Review.Model;

namespace Infra.Cli.Operations.Halt;

/// <summary>What a stopped stack goes on costing.</summary>
internal static class GoesOn
{
    private const int Shown = 6;

    /// <summary>A sentence: the sum of what is fixed and cannot be stopped, and what most of it is for.</summary>
    public static string Of(OperatedStack stack, HaltParts parts)
    {
        var stopped = parts.Databases.Select(instance => instance.Identifier).ToHashSet(StringComparer.Ordinal);
        var left = CostEstimate.Of(stack.Model).Items.Where(item => item.Kind == CostKind.Fixed && !IsStopped(item)).ToList();
        var biggest = left.GroupBy(item => Named(item.Resource))
            .Select(items => (Name: items.Key, Sum: items.Sum(item => item.Amount)))
            .OrderByDescending(one => one.Sum)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Where(one => one.Sum >= 1)
            .Take(Shown)
            .Select(one => $"{one.Name} {Money.Usd(one.Sum)}");
        return $"goes on costing about {Money.Usd(left.Sum(item => item.Amount))} a month: {string.Join(", ", biggest)}";

        // Of a database the hours end and the storage goes on; instances without tasks are scaled in.
        bool IsStopped(CostItem item) =>
            item.Resource.Type switch
            {
                PartTypes.Service => true,
                PartTypes.Database => item.Price.Unit == "hour" && stopped.Contains(item.Resource["identifier"].Text ?? ""),
                PartTypes.Instances => item.Resource["minSize"].Number == 0,
                _ => false,
            };
    }

    private static string Named(Resource resource) =>
        resource.Type == PartTypes.Database ? "storage of the database" : TypeNames.Short(resource.Type);
}
