using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Compute;

/// <summary>Where a service writes, <c>/ecs/idp-server</c>. It is there before and after the service, so that metrics and queries can name it.</summary>
internal sealed class ServiceLog : ComponentResource
{
    /// <summary>The name, known before anything is deployed.</summary>
    public string GroupName { get; }

    /// <summary>The name, from the group itself, so that whoever takes it waits for it.</summary>
    [Output("name")]
    public Output<string> Name { get; }

    /// <summary>Makes the log group.</summary>
    public ServiceLog(string name, ServiceLogArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:ServiceLog", name, options)
    {
        args.Validate().ThrowIfAny(this);
        GroupName = args.GroupName;
        var group = new LogGroup(
            $"{name}-log",
            new()
            {
                Name = GroupName,
                RetentionInDays = args.RetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = args.Context.Label.NameTag(args.Service is { } service ? $"{service}-logs" : "logs"),
            },
            new() { Parent = this }
        );
        Name = group.Name;
        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name });
    }
}
