namespace Infra.Observability.Alarms;

/// <summary>A web ACL to watch.</summary>
/// <param name="MetricName">The metric name of its visibility settings, which is what CloudWatch calls the ACL.</param>
/// <param name="Region">Its region; nothing for one of CloudFront, whose metrics have no such dimension.</param>
internal sealed record WafWatch(string MetricName, string? Region)
{
    /// <summary>What the rows watch.</summary>
    public const string Thing = "waf";
}
