using Infra.Policies;
using Pulumi;
using Pulumi.Aws.Cfg;
using Pulumi.Aws.Cfg.Inputs;
using Pulumi.Aws.Iam;

namespace Infra.Protection;

/// <summary>A record of what every resource looked like when (AWS Config).</summary>
internal sealed class ChangeRecord : ComponentResource
{
    private const string Purpose = "config";

    /// <summary>What is there once changes are recorded.</summary>
    public Resource Running { get; }

    internal ChangeRecord(string name, AuditTrailArgs args, Output<string> bucket, ComponentResourceOptions options)
        : base("idp:protection:ChangeRecord", $"{name}-changes", options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var context = args.Context;
        var role = new Role(
            $"{name}-config-role",
            new()
            {
                Name = context.Label.Role(Purpose),
                Description = "Records what resources look like",
                AssumeRolePolicy = PolicyDocument.Of(
                    new Statement("ServiceTakesRole")
                    {
                        Principal = Principal.Services("config.amazonaws.com"),
                        Actions = ["sts:AssumeRole"],
                        Resources = [],
                        Conditions = [new("StringEquals", "aws:SourceAccount", context.AccountId)],
                    }
                ),
                Tags = context.Label.NameTag(Purpose),
            },
            child
        );
        // AWS's own policy: it may look at every kind of resource and change none, and grows with the kinds there are.
        var look = new RolePolicyAttachment(
            $"{name}-config-look",
            new() { Role = role.Name, PolicyArn = $"arn:{context.Partition}:iam::aws:policy/service-role/AWS_ConfigRole" },
            child
        );
        var recorder = new Recorder(
            $"{name}-config-recorder",
            new()
            {
                Name = context.Label.Name(Purpose),
                RoleArn = role.Arn,
                RecordingGroup = new RecorderRecordingGroupArgs { AllSupported = true, IncludeGlobalResourceTypes = true },
            },
            new() { Parent = this, DependsOn = { look } }
        );
        var channel = new DeliveryChannel(
            $"{name}-config-channel",
            new() { Name = context.Label.Name(Purpose), S3BucketName = bucket },
            new() { Parent = this, DependsOn = { recorder } } // AWS makes no channel without a recorder
        );
        Running = new RecorderStatus(
            $"{name}-config-on",
            new() { Name = recorder.Name, IsEnabled = true },
            new() { Parent = this, DependsOn = { channel } } // nor starts a recorder without a channel
        );
        RegisterOutputs();
    }
}
