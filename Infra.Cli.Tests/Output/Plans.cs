using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Infra.Cli.Tests.Output;

/// <summary>Plans made by hand, small enough to see what should come out.</summary>
internal static class Plans
{
    public const string Vpc = "aws:ec2/vpc:Vpc";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string Database = "aws:rds/instance:Instance";
    public const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private static readonly string StackUrn = Urns.Create("dev", "shop", null, Urns.StackType, "shop-dev");

    public static string Urn(string? parent, string type, string name) =>
        Urns.Create("dev", "shop", parent ?? StackUrn, type, name);

    public static Plan Of(params IEnumerable<PlanStep> steps) =>
        new()
        {
            Project = "shop",
            Stack = "dev",
            Steps = [Stack(), .. steps],
            Config = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("aws:region", "eu-west-1"),
        };

    public static ResourceState State(
        string type,
        string name,
        string? parent = null,
        params (string Key, object? Value)[] inputs
    ) =>
        new()
        {
            Urn = Urn(parent, type, name),
            Type = type,
            Custom = !type.StartsWith("idp:", StringComparison.Ordinal),
            Parent = parent ?? StackUrn,
            Inputs = Map(inputs),
        };

    public static PlanStep Create(ResourceState state) =>
        new()
        {
            Op = StepOp.Create,
            Urn = state.Urn,
            New = state,
        };

    public static PlanStep Same(ResourceState state) =>
        new()
        {
            Op = StepOp.Same,
            Urn = state.Urn,
            Old = state,
            New = state,
        };

    public static PlanStep Delete(ResourceState state) =>
        new()
        {
            Op = StepOp.Delete,
            Urn = state.Urn,
            Old = state,
        };

    public static PlanStep Change(
        StepOp op,
        ResourceState old,
        ResourceState @new,
        params (string Path, DifferenceKind Kind)[] paths
    ) =>
        new()
        {
            Op = op,
            Urn = @new.Urn,
            Old = old,
            New = @new,
            DetailedDiff = paths.ToImmutableSortedDictionary(
                path => path.Path,
                path => new PropertyDifference(path.Kind, InputDiff: true),
                StringComparer.Ordinal
            ),
        };

    public static ObjectValue Map(params (string Key, object? Value)[] entries) =>
        new(entries.ToImmutableSortedDictionary(entry => entry.Key, entry => Value(entry.Value), StringComparer.Ordinal));

    public static PropertyValue Value(object? value) =>
        value switch
        {
            null => NullValue.Instance,
            PropertyValue ready => ready,
            bool flag => new BoolValue(flag),
            int number => new NumberValue(number),
            double number => new NumberValue(number),
            string text => new StringValue(text),
            object[] items => new ArrayValue([.. items.Select(Value)]),
            _ => throw new ArgumentException($"no property value for {value.GetType()}"),
        };

    private static PlanStep Stack() =>
        new()
        {
            Op = StepOp.Create,
            Urn = StackUrn,
            New = new()
            {
                Urn = StackUrn,
                Type = Urns.StackType,
                Custom = false,
            },
        };
}
