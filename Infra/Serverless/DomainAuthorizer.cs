namespace Infra.Serverless;

/// <summary>The function of a <see cref="LambdaApi"/> that says who brings a token. It stands outside of the VPC.</summary>
/// <param name="Function">The function.</param>
internal sealed record DomainAuthorizer(DomainFunction Function)
{
    /// <summary>What it is called behind the stack's prefix.</summary>
    public const string Role = "authorizer";

    /// <summary>How long an answer is remembered, in seconds. Default: 300; see <see cref="ApiAuthorizer.CacheSeconds"/>.</summary>
    public int CacheSeconds { get; init; } = 300;
}
