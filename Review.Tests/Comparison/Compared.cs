using Review.Comparison;
using Review.Comparison.Accepted;

namespace Review.Tests.Comparison;

/// <summary>Compares two small plans and writes each difference on a line: <c>type name path: left → right</c>.</summary>
internal static class Compared
{
    public static StackComparison Of(string dev, string prod, string accepted = "") =>
        StackComparison.Of(
            SmallPlan.Of("dev", dev),
            SmallPlan.Of("prod", prod, "333333333333"),
            AcceptedReader.Read(accepted, AcceptedDifferences.File)
        );

    public static string[] Lines(string dev, string prod) => [.. Of(dev, prod).Differences.Select(Line)];

    public static string Line(StackDifference difference) =>
        difference.IsOnlyInOne
            ? $"{difference.Type} {difference.Name} only in {(difference.RightName is null ? "dev" : "prod")}"
            : $"{difference.Type} {difference.Name} {difference.Path}: {Text(difference.Left)} → {Text(difference.Right)}";

    private static string Text(Engine.Values.PropertyValue? value) =>
        value switch
        {
            null => "-",
            Engine.Values.StringValue text => text.Value,
            Engine.Values.NumberValue number => $"{number.Value}",
            Engine.Values.BoolValue truth => truth.Value ? "true" : "false",
            Engine.Values.ArrayValue list => $"[{string.Join(", ", list.Items.Select(Text))}]",
            Engine.Values.ObjectValue map =>
                $"{{{string.Join(", ", map.Properties.Select(member => $"{member.Key}: {Text(member.Value)}"))}}}",
            _ => value.ToString(),
        };
}
