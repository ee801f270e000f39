using Pulumi;

namespace Infra.Observability.Alarms;

/// <summary>The distribution of CloudFront to watch. Its metrics are in us-east-1, and alarms see those of their own region only.</summary>
/// <param name="DistributionId">Its id.</param>
internal sealed record CdnWatch(Output<string> DistributionId)
{
    /// <summary>What the rows watch.</summary>
    public const string Thing = "cdn";
}
