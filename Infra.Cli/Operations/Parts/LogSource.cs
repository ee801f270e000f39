namespace Infra.Cli.Operations.Parts;

/// <summary>A log group of the stack.</summary>
/// <param name="Key">What people call it in this stack: <c>backend-go</c>, <c>redis-slow</c>, <c>waf</c>.</param>
/// <param name="Group">Its name.</param>
/// <param name="Region">Where it is; logs of CloudFront's web ACL are in us-east-1.</param>
/// <param name="OfApplication">Whether a service or function of the stack writes it.</param>
internal sealed record LogSource(string Key, string Group, string Region, bool OfApplication);
