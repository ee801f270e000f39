using Infra.Validation;

namespace Infra.Identity;

/// <summary>A group of users; its name is in their tokens.</summary>
/// <param name="Precedence">Which group counts first when somebody is in several; the smallest number wins.</param>
/// <param name="Description">Who belongs to it.</param>
internal sealed record PoolGroup(int Precedence, string Description)
{
    /// <summary>What Cognito refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Precedence < 0)
            yield return new("precedence", Precedence, "0 or more", "the smallest number wins");
        if (Description.Length is 0 or > 2048)
            yield return new("description", Description.Length, "1 to 2048 characters", "say who belongs to it");
    }
}
