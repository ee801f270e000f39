using Infra.Validation;
using Pulumi;
using Pulumi.Aws.WafV2;
using Pulumi.Aws.WafV2.Inputs;
using AwsWebAcl = Pulumi.Aws.WafV2.WebAcl;

namespace Infra.Edge;

/// <summary>
/// What is turned away before it reaches a load balancer, an API, a user pool or a distribution: requests around the CDN, attacks that AWS
/// knows, the application's inner workings, and addresses that ask too often. Everything else
/// passes, unless it must come through the CDN, and all of it is logged.
/// </summary>
internal sealed class WebAcl : ComponentResource
{
    /// <summary>The last part of its name, unless a stack has a second.</summary>
    public const string MainRole = "waf";

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
        (Name, LogGroupName) = (label.WebAcl(args.Role), WebAclLog.GroupName(args));

        var acl = new AwsWebAcl(
            $"{name}-{args.Role}",
            new()
            {
                Name = Name,
                Description = $"What may reach {label.Prefix}",
                Scope = args.Scope == WebAclScope.CloudFront ? "CLOUDFRONT" : "REGIONAL",
                DefaultAction = WebAclHeaderRule.Otherwise(args),
                Rules = WebAclRules.Of(args),
                DataProtectionConfig = WebAclLog.Protection(args),
                VisibilityConfig = new WebAclVisibilityConfigArgs
                {
                    CloudwatchMetricsEnabled = true,
                    SampledRequestsEnabled = true,
                    MetricName = Name,
                },
                Tags = label.NameTag(args.Role),
            },
            // A second ACL of the same name cannot stand beside the first.
            new() { Parent = this, DeleteBeforeReplace = true }
        );
        if (args.LoadBalancerArn is { } balancer)
            Associate($"{name}-{args.Role}", acl, balancer);
        foreach (var (role, arn) in args.Associations)
            Associate($"{name}-{args.Role}-{role}", acl, arn);
        WebAclLog.Make(name, args, acl, this);

        Arn = acl.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    private void Associate(string name, AwsWebAcl acl, Input<string> arn) =>
        _ = new WebAclAssociation(
            $"{name}-association",
            new() { WebAclArn = acl.Arn, ResourceArn = arn },
            new() { Parent = this }
        );
}
