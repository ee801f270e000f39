using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Serverless;

/// <summary>How many calls at once the functions of a system share with the rest of the account.</summary>
internal sealed record SharedConcurrency
{
    /// <summary>What the functions reserve together; they must add up to it. Default: 100. 0 where none reserves anything.</summary>
    public int Reserved { get; init; } = 100;

    /// <summary>How many calls the account may run at once in the region. Default: 1000, AWS's own; new accounts have less.</summary>
    public int Account { get; init; } = 1000;

    /// <summary>What other systems of the account reserve. Default: nothing.</summary>
    public int Others { get; init; }

    /// <summary>What AWS or this program refuses, with the sums.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="authorizer">The function that checks tokens, which is no part of what is reserved together.</param>
    public IEnumerable<Problem> Problems(
        ImmutableSortedDictionary<string, DomainFunction> functions,
        DomainAuthorizer? authorizer
    )
    {
        var each = functions.Where(of => of.Value.Shape.ReservedConcurrency is not null).ToList();
        var sum = each.Sum(of => of.Value.Shape.ReservedConcurrency!.Value);
        if (sum != Reserved)
            yield return new(
                "reserved",
                Reserved,
                $"{sum} = {(each.Count == 0 ? "nothing" : string.Join(" + ", each.Select(of => $"{of.Key} {of.Value.Shape.ReservedConcurrency}")))}",
                "change the functions or the sum, so that the two agree"
            );
        // What is kept warm without being reserved is taken from what all share.
        IEnumerable<DomainFunction> all = authorizer is null ? functions.Values : functions.Values.Append(authorizer.Function);
        var warm = all.Where(of => of.Shape.ReservedConcurrency is null).Sum(of => of.Shape.ProvisionedConcurrency);
        var asked = authorizer?.Function.Shape.ReservedConcurrency ?? 0;
        var taken = sum + asked + warm;
        if (taken > 0 && taken + Others + LambdaCheck.AlwaysUnreserved > Account)
            yield return new(
                "account",
                Account,
                $"{taken + Others + LambdaCheck.AlwaysUnreserved} or more",
                $"{sum} reserved by the functions + {asked} by the authorizer + {warm} kept warm beside them + {Others} of others + "
                    + $"{LambdaCheck.AlwaysUnreserved} that AWS keeps for functions that reserve nothing; reserve less, or ask AWS for more"
            );
    }
}
