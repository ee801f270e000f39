using Pulumi;
using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;

namespace Infra.Data;

/// <summary>Moves the capacity of a table and of each of its indexes between bounds, so that it stays as full as wanted.</summary>
internal sealed class TableAutoscaling : ComponentResource
{
    private const string Namespace = "dynamodb";

    private readonly string _name;
    private readonly DocumentTableArgs _args;

    internal TableAutoscaling(
        string name,
        DocumentTableArgs args,
        TableCapacity capacity,
        Output<string> table,
        ComponentResourceOptions options
    )
        : base("idp:data:TableAutoscaling", name, options)
    {
        (_name, _args) = (name, args);
        Both("table", table.Apply(found => $"table/{found}"), "table", capacity);
        foreach (var index in args.Indexes)
            Both($"index-{index.Name}", table.Apply(found => $"table/{found}/index/{index.Name}"), "index", capacity);
        RegisterOutputs();
    }

    private void Both(string role, Output<string> resource, string kind, TableCapacity capacity)
    {
        Track($"{role}-read", resource, $"{kind}:ReadCapacityUnits", "Read", capacity.MinRead, capacity.MaxRead);
        Track($"{role}-write", resource, $"{kind}:WriteCapacityUnits", "Write", capacity.MinWrite, capacity.MaxWrite);
    }

    private void Track(string role, Output<string> resource, string dimension, string metric, int min, int max)
    {
        var target = new Target(
            $"{_name}-{role}",
            new()
            {
                ServiceNamespace = Namespace,
                ScalableDimension = $"{Namespace}:{dimension}",
                ResourceId = resource,
                MinCapacity = min,
                MaxCapacity = max,
                Tags = _args.Context.Label.NameTag($"{_args.Role}-{role}"),
            },
            new() { Parent = this }
        );
        _ = new Policy(
            $"{_name}-{role}-policy",
            new()
            {
                Name = _args.Context.Label.Name($"{_args.Role}-{role}"),
                PolicyType = "TargetTrackingScaling",
                ServiceNamespace = target.ServiceNamespace,
                ScalableDimension = target.ScalableDimension,
                ResourceId = target.ResourceId,
                TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
                {
                    TargetValue = _args.TargetPercent,
                    PredefinedMetricSpecification =
                        new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs
                        {
                            PredefinedMetricType = $"DynamoDB{metric}CapacityUtilization",
                        },
                },
            },
            new() { Parent = this }
        );
    }
}
