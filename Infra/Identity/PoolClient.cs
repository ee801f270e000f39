using Infra.Validation;

namespace Infra.Identity;

/// <summary>An application that may ask the pool for tokens.</summary>
internal abstract record PoolClient
{
    /// <summary>How long its tokens are good. Default: an hour, and 30 days until the next sign-in.</summary>
    public TokenLifetimes Tokens { get; init; } = new();

    /// <summary>What Cognito or this program refuses.</summary>
    public abstract IEnumerable<Problem> Validate();
}
