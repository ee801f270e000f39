using Infra.Storage;
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
        ChangeRecord? record = null;
        if (args.CloudTrail || args.Config)
        {
            var bucket = new PrivateBucket(
                name,
                new()
                {
                    Context = args.Context,
                    Role = AuditDelivery.BucketRole,
                    Statements = AuditDelivery.Statements(args),
                    RetentionDays = args.RetentionDays,
                    // Whoever breaks in deletes the traces first.
                    RescueDays = args.RetentionDays,
                    Protect = args.Protect,
                },
                child
            ).Name;
            if (args.CloudTrail)
                _ = new CallTrail(name, args, bucket, child);
            if (args.Config)
                record = new ChangeRecord(name, args, bucket, child);
        }
        if (!args.ConfigRules.IsEmpty)
            _ = new ConfigRules(name, args, record, child);
        if (args.GuardDuty)
            _ = new ThreatDetection(name, args, child);
        RegisterOutputs();
    }
}
