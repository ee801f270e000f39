namespace Infra.Edge;

/// <summary>What a web ACL can stand before.</summary>
internal enum WebAclScope
{
    /// <summary>Load balancers, stages of API Gateway and user pools of its region.</summary>
    Regional,

    /// <summary>Distributions of CloudFront, which name it themselves. It lives in us-east-1 with its log and its metrics.</summary>
    CloudFront,
}
