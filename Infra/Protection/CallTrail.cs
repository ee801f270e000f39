using Pulumi;
using Pulumi.Aws.CloudTrail;

namespace Infra.Protection;

/// <summary>A record of every call to AWS, in all regions, that shows when somebody has changed it.</summary>
internal sealed class CallTrail : ComponentResource
{
    internal CallTrail(string name, AuditTrailArgs args, Output<string> bucket, ComponentResourceOptions options)
        : base("idp:protection:CallTrail", $"{name}-trail", options)
    {
        var trail = new TrailArgs
        {
            Name = args.Context.Label.Name("trail"),
            S3BucketName = bucket,
            KmsKeyId = args.KeyArn,
            IsMultiRegionTrail = true,
            IncludeGlobalServiceEvents = true,
            EnableLogFileValidation = true,
            EnableLogging = true,
            Tags = args.Context.Label.NameTag("trail"),
        };
        _ = new Trail($"{name}-call-trail", trail, new() { Parent = this });
        RegisterOutputs();
    }
}
