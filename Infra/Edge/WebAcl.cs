using Infra.Validation;
using Pulumi;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;
using AwsWebAcl = Pulumi.Aws.WafV2.WebAcl;

namespace Infra.Edge;

/// <summary>
/// What is turned away before it reaches the load balancer: attacks that AWS knows, the application's inner workings, and addresses that
/// ask too often. Everything else passes, and all of it is logged.
/// </summary>
internal sealed class WebAcl : ComponentResource
{
    private const string Role = "waf";

    /// <summary>The ARN of the ACL.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>Its name, which is that of its metrics too.</summary>
    public string Name { get; }

    /// <summary>The log group.</summary>
    public string LogGroupName { get; }

    /// <summary>Makes the ACL.</summary>
    public WebAcl(string name, WebAclArgs args, ComponentResourceOptions? options = null)
        : base("idp:edge:WebAcl", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;
        (Name, LogGroupName) = (label.WebAcl(Role), label.WafLogGroup);

        var acl = new AwsWebAcl(
            $"{name}-{Role}",
            new()
            {
                Name = Name,
                Description = $"What may reach {label.Prefix}",
                Scope = "REGIONAL",
                DefaultAction = new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
                Rules = WebAclRules.Of(args),
                DataProtectionConfig = WebAclLog.Protection(),
                VisibilityConfig = new WebAclVisibilityConfigArgs
                {
                    CloudwatchMetricsEnabled = true,
                    SampledRequestsEnabled = true,
                    MetricName = Name,
                },
                Tags = label.NameTag(Role),
            },
            // A second ACL of the same name cannot stand beside the first.
            new() { Parent = this, DeleteBeforeReplace = true }
        );
        _ = new WebAclAssociation(
            $"{name}-{Role}-association",
            new() { WebAclArn = acl.Arn, ResourceArn = args.LoadBalancerArn },
            new() { Parent = this }
        );
        WebAclLog.Make(name, args, acl, this);

        Arn = acl.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }
}
