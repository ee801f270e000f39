using System.Text.Json;
using Infra.Cli.Commands;
using Review.Cost;
using Review.Cost.Savings;
using Review.Cost.Usage;

namespace Infra.Cli.Output.Cost;

/// <summary>Estimates as a document. Amounts are USD a month, unrounded.</summary>
internal static class CostDocument
{
    private const int Version = 1;

    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<PricedStack> stacks, CostRequest asked)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("currency", "USD");
        if (asked.Jpy is { } rate)
            writer.WriteNumber("jpyRate", rate);
        writer.WriteStartArray("stacks");
        foreach (var stack in stacks)
            Stack(writer, stack, asked.Jpy);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Stack(Utf8JsonWriter writer, PricedStack stack, decimal? jpy)
    {
        var estimate = stack.Estimate;
        writer.WriteStartObject();
        writer.WriteString("stack", estimate.Stack);
        writer.WriteString("system", stack.System);
        writer.WriteNumber("total", estimate.Total);
        writer.WriteNumber("fixed", estimate.Fixed);
        writer.WriteNumber("usage", estimate.UsageAmount);
        writer.WriteNumber("atMost", estimate.AtMost);
        if (jpy is { } rate)
            writer.WriteNumber("totalJpy", Math.Round(estimate.Total * rate, MidpointRounding.AwayFromZero));
        writer.WriteString(
            "pricesOf",
            estimate.PricesOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        writer.WriteNumber("suggestedBudget", Budgets.Suggested(estimate));
        writer.WriteBoolean("freeTier", estimate.FreeTier);
        writer.WriteNumber("unverifiedPrices", estimate.UnverifiedPrices);
        writer.WriteNumber("notPricedResources", estimate.NotPricedResources);
        writer.WriteNumber("freeResources", estimate.Free.Length);
        List(writer, "notes", estimate.Notes, note => writer.WriteStringValue(note));
        List(writer, "components", estimate.Components, component => Component(writer, component));
        List(writer, "assumed", estimate.Usage, assumed => Assumed(writer, assumed));
        List(writer, "notPriced", estimate.NotPriced, left => NotPriced(writer, left));
        List(writer, "savings", stack.Savings.Savings, saving => Saving(writer, saving));
        if (stack.Difference is { } difference)
            Difference(writer, difference);
        writer.WriteEndObject();
    }

    private static void Component(Utf8JsonWriter writer, ComponentCost component)
    {
        writer.WriteStartObject();
        writer.WriteString("component", component.Component is null ? null : component.Name);
        writer.WriteNumber("total", component.Total);
        writer.WriteNumber("fixed", component.Fixed);
        writer.WriteNumber("usage", component.Usage);
        List(
            writer,
            "resources",
            component.Resources,
            resource =>
            {
                writer.WriteStartObject();
                writer.WriteString("type", Names.Type(resource.Resource.Type));
                writer.WriteString("name", resource.Resource.Name);
                writer.WriteNumber("total", resource.Total);
                List(writer, "items", resource.Items, item => Item(writer, item));
                writer.WriteEndObject();
            }
        );
        writer.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter writer, CostItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("price", item.Price.Id);
        writer.WriteString("name", item.Price.Name);
        writer.WriteString("region", item.Price.Region);
        writer.WriteString("confidence", item.Price.Confidence.ToString());
        writer.WriteString("kind", item.Kind == CostKind.Fixed ? "fixed" : "usage");
        writer.WriteNumber("quantity", item.Quantity);
        writer.WriteString("unit", item.Price.Unit);
        writer.WriteNumber("amount", item.Amount);
        if (item.AtMost != item.Amount)
            writer.WriteNumber("atMost", item.AtMost);
        if (item.Note is { } note)
            writer.WriteString("note", note);
        writer.WriteEndObject();
    }

    private static void Assumed(Utf8JsonWriter writer, AssumedUsage assumed)
    {
        writer.WriteStartObject();
        writer.WriteString("setting", assumed.Setting.Name);
        writer.WriteString("resource", assumed.Resource);
        writer.WriteNumber("amount", assumed.Amount);
        writer.WriteString("unit", assumed.Setting.Unit);
        writer.WriteString("source", assumed.Source);
        writer.WriteString("reason", assumed.Reason);
        writer.WriteEndObject();
    }

    private static void NotPriced(Utf8JsonWriter writer, NotPriced left)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Names.Type(left.Resource.Type));
        writer.WriteString("name", left.Resource.Name);
        writer.WriteString("what", left.What);
        writer.WriteString("why", left.Why);
        writer.WriteEndObject();
    }

    private static void Saving(Utf8JsonWriter writer, Saving saving)
    {
        writer.WriteStartObject();
        writer.WriteString("title", saving.Title);
        if (saving.Amount is { } amount)
            writer.WriteNumber("amount", amount);
        writer.WriteBoolean("planned", saving.IsPlanned);
        writer.WriteBoolean("unverified", saving.IsUnverified);
        writer.WriteString("how", saving.How);
        writer.WriteString("tradeOff", saving.TradeOff);
        List(writer, "resources", saving.Resources, name => writer.WriteStringValue(name));
        writer.WriteEndObject();
    }

    private static void Difference(Utf8JsonWriter writer, CostDifference difference)
    {
        writer.WriteStartObject("difference");
        writer.WriteNumber("before", difference.Before.Total);
        writer.WriteNumber("total", difference.Total);
        List(
            writer,
            "changes",
            difference.Changes,
            change =>
            {
                writer.WriteStartObject();
                writer.WriteString("component", change.Component);
                writer.WriteString("type", Names.Type(change.Resource.Type));
                writer.WriteString("name", change.Resource.Name);
                writer.WriteNumber("before", change.Before);
                writer.WriteNumber("after", change.After);
                writer.WriteEndObject();
            }
        );
        writer.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        writer.WriteEndArray();
    }
}
