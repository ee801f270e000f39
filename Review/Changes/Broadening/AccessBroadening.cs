using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Review.Changes.Broadening;

/// <summary>
/// Finds what widens access: a statement, action, principal, resource, address range or port that is allowed and was not, a denial or a condition
/// that is gone, a switch that opens. What a stack makes for its own new resources widens nothing that was there.
/// </summary>
public static class AccessBroadening
{
    // Resources that let somebody at another one, and the input that says at which.
    private static readonly Dictionary<string, string> Attached = new(StringComparer.Ordinal)
    {
        ["aws:iam/rolePolicy:RolePolicy"] = "role",
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = "role",
        ["aws:lambda/permission:Permission"] = "function",
        ["aws:s3/bucketPolicy:BucketPolicy"] = "bucket",
        ["aws:secretsmanager/secretPolicy:SecretPolicy"] = "secretArn",
        ["aws:sns/topicPolicy:TopicPolicy"] = "arn",
        ["aws:sqs/queuePolicy:QueuePolicy"] = "queueUrl",
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = "securityGroupId",
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = "securityGroupId",
    };

    /// <summary>Everything in a plan that widens access, in the order of the plan; nothing where the stack is new.</summary>
    public static ImmutableArray<BroadenedAccess> Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Steps.All(step => step.Old is null))
            return [];
        var made = plan.Steps.Where(step => step.Op is StepOp.Create).Select(step => step.Urn).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Steps.Where(step => !step.Internal && Counts(step, made)).SelectMany(Of)];
    }

    private static bool Counts(PlanStep step, HashSet<string> made) =>
        step.Op switch
        {
            StepOp.Update or StepOp.Replace => true,
            StepOp.Create => Attached.TryGetValue(step.State.Type, out var property)
                && !step.State.PropertyDependencies.GetValueOrDefault(property, []).Any(made.Contains),
            _ => false,
        };

    private static IEnumerable<BroadenedAccess> Of(PlanStep step)
    {
        var (old, now) = (step.Old?.Inputs ?? ObjectValue.Empty, step.New!.Inputs);
        return Policies(step.State.Type, old, now)
            .Concat(SecurityRules.Of(step.State.Type, old, now))
            .Concat(OpenedSwitches.Of(step.State.Type, old, now))
            .Select(found => new BroadenedAccess(step.Urn, found.Path, found.What));
    }

    private static IEnumerable<(string Path, string What)> Policies(string type, ObjectValue old, ObjectValue now)
    {
        foreach (var (property, value) in now.Properties)
            if (JsonProperties.Holds(type, property) && value is StringValue { Value: var text })
            {
                var before = (old[property] as StringValue)?.Value;
                if (before == text || JsonValues.Parse(text) is not ObjectValue document)
                    continue;
                var allowed = before is null ? ObjectValue.Empty : JsonValues.Parse(before) as ObjectValue ?? ObjectValue.Empty;
                foreach (var (path, what) in PolicyBroadening.Between(allowed, document))
                    yield return ($"{property}.{path}", what);
            }
        if (type == "aws:iam/rolePolicyAttachment:RolePolicyAttachment" && old.Properties.IsEmpty)
            yield return ("policyArn", $"the policy {now["policyArn"].AsText() ?? "that is known after the deployment"}");
        if (type == "aws:lambda/permission:Permission" && old.Properties.IsEmpty)
            yield return ("principal", $"{now["principal"].AsText() ?? "somebody"} may {now["action"].AsText()}");
    }
}
