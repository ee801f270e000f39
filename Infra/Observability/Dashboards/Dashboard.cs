using Infra.Naming;
using Infra.Validation;
using Pulumi;

namespace Infra.Observability.Dashboards;

/// <summary>One page that shows how the system is.</summary>
internal sealed class Dashboard : ComponentResource
{
    /// <summary>Its address in the console.</summary>
    public string Url { get; }

    /// <summary>Makes the dashboard.</summary>
    public Dashboard(string name, DashboardArgs args, ComponentResourceOptions? options = null)
        : base("idp:observability:Dashboard", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var (region, title) = (args.Context.Region, NameRule.Dashboard.Check(args.Name ?? args.Context.Label.Prefix));
        _ = new Pulumi.Aws.CloudWatch.Dashboard(
            $"{name}-dashboard",
            new() { DashboardName = title, DashboardBody = DashboardBody.Of(args.Rows, region) },
            new() { Parent = this }
        );
        var console = args.Context.Partition switch
        {
            "aws-cn" => "console.amazonaws.cn",
            "aws-us-gov" => "console.amazonaws-us-gov.com",
            _ => "console.aws.amazon.com",
        };
        Url = $"https://{region}.{console}/cloudwatch/home?region={region}#dashboards/dashboard/{title}";
        RegisterOutputs(new Dictionary<string, object?> { ["url"] = Url });
    }
}
