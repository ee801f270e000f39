using Infra.Validation;
using Pulumi;

namespace Infra.Protection;

/// <summary>Who did what in the account, what changed, and what looks like an attack.</summary>
internal sealed class AuditTrail : ComponentResource
{
    /// <summary>Makes the parts that are on.</summary>
    public AuditTrail(string name, AuditTrailArgs args, ComponentResourceOptions? options = null)
        : base("idp:protection:AuditTrail", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var child = new ComponentResourceOptions { Parent = this };
        if (args.CloudTrail || args.Config)
        {
            var bucket = new AuditBucket(name, args, child);
            if (args.CloudTrail)
                _ = new CallTrail(name, args, bucket, child);
            if (args.Config)
                _ = new ChangeRecord(name, args, bucket, child);
        }
        if (args.GuardDuty)
            _ = new ThreatDetection(name, args, child);
        RegisterOutputs();
    }
}
