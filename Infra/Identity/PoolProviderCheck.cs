using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Identity;

/// <summary>What is wrong with the other services of a pool: each by itself, then what does not fit its attributes.</summary>
internal static partial class PoolProviderCheck
{
    private const int LongestName = 32;
    private const string UserName = "username";
    private const string Verified = "email_verified";

    /// <summary>All problems.</summary>
    public static IEnumerable<Problem> Problems(CognitoPoolArgs args) =>
        args.Providers.SelectMany(provider =>
            Name(provider.Key, provider.Value)
                .Concat(provider.Value.Validate())
                .Concat(Mapping(args, provider.Value))
                .Select(problem => problem.Under($"providers.{provider.Key}"))
        );

    private static IEnumerable<Problem> Name(string name, PoolProvider provider)
    {
        if (name.Length > LongestName || !AcceptedName().IsMatch(name))
            yield return new(
                "",
                name,
                $"3 to {LongestName} characters without spaces and underscores",
                "Cognito takes no other name"
            );
        if (provider.Kind == PoolProviderKind.Google && name != SocialProviders.GoogleName)
            yield return new("", name, SocialProviders.GoogleName, "Cognito knows it by this name only");
    }

    // Cognito writes what is mapped at every sign-in, through the client: what it cannot write keeps people out.
    private static IEnumerable<Problem> Mapping(CognitoPoolArgs args, PoolProvider provider)
    {
        var attributes = args.Attributes.ToLookup(attribute => attribute.FullName, StringComparer.Ordinal);
        var isListed = args.Attributes.Any(attribute => !attribute.SetByUsers);
        foreach (var mapped in provider.AttributeMapping.Keys.Where(key => key is not (UserName or Verified)))
        {
            var attribute = attributes[mapped].FirstOrDefault();
            if (attribute is { Mutable: false })
                yield return new(
                    $"attributeMapping.{mapped}",
                    "an attribute that cannot be changed",
                    "a mutable one",
                    "Cognito writes it at every sign-in and would turn everybody away the second time"
                );
            else if (attribute is { SetByUsers: false })
                yield return new(
                    $"attributeMapping.{mapped}",
                    "an attribute that users may not set",
                    "one that they may",
                    "it is written in the name of the client"
                );
            else if (attribute is null && (isListed || !PoolAttribute.Standard.Contains(mapped)))
                yield return new(
                    $"attributeMapping.{mapped}",
                    "an attribute that the pool does not name",
                    "one of its attributes",
                    "clients of this pool write only what is named; add the attribute"
                );
        }
        if (args.SignInName == SignInName.UserNameOrEmail && provider.AttributeMapping.ContainsKey(Verified))
            yield return new(
                $"attributeMapping.{Verified}",
                "a claim",
                "none where addresses are aliases",
                "whoever vouches for an address would take it over from the account that has it"
            );
        foreach (var attribute in args.Attributes.Where(a => a.Required && !provider.AttributeMapping.ContainsKey(a.FullName)))
            yield return new(
                $"attributeMapping.{attribute.FullName}",
                null,
                "a claim for each required attribute",
                "Cognito lets nobody in whose required attributes it does not get"
            );
    }

    // As the API reference has it.
    [GeneratedRegex(@"^[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+$")]
    private static partial Regex AcceptedName();
}
