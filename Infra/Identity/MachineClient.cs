using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>A program that asks for tokens in its own name, with a secret. Nobody signs in through it.</summary>
internal sealed record MachineClient : PoolClient
{
    /// <summary>What it may ask for: full scopes of the pool's resource servers, such as <c>api/read</c>.</summary>
    public required ImmutableArray<string> Scopes { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Validate()
    {
        if (Scopes.IsEmpty)
            yield return new("scopes", Scopes, "one scope or more", "a token without scopes opens nothing");
        foreach (var problem in Tokens.Validate())
            yield return problem.Under("tokens");
    }
}
