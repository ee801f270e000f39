using Pulumi;
using Pulumi.Aws.Cognito;

namespace Infra.Identity;

/// <summary>Makes the other services through which people may sign in.</summary>
internal static class PoolProviders
{
    /// <summary>Those of which everything is known; clients must wait for them.</summary>
    public static IReadOnlyList<Resource> Make(string name, CognitoPoolArgs args, UserPool pool, Resource parent) =>
        [
            .. args.UsableProviders.Select(provider => new IdentityProvider(
                $"{name}-idp-{provider.Key.ToLowerInvariant()}",
                new()
                {
                    UserPoolId = pool.Id,
                    ProviderName = provider.Key,
                    ProviderType = provider.Value.Kind == PoolProviderKind.Google ? "Google" : "OIDC",
                    ProviderDetails = Details(provider.Value),
                    AttributeMapping = provider.Value.AttributeMapping.ToDictionary(),
                },
                new() { Parent = parent }
            )),
        ];

    // Cognito adds what it knows itself; written down here too, the next deployment sees no difference.
    private static Dictionary<string, string> Known(PoolProvider settings) =>
        settings.Kind == PoolProviderKind.Google
            ? new()
            {
                ["attributes_url"] = "https://people.googleapis.com/v1/people/me?personFields=",
                ["attributes_url_add_attributes"] = "true",
                ["authorize_url"] = "https://accounts.google.com/o/oauth2/v2/auth",
                ["oidc_issuer"] = "https://accounts.google.com",
                ["token_request_method"] = "POST",
                ["token_url"] = "https://www.googleapis.com/oauth2/v4/token",
            }
            : new()
            {
                ["attributes_request_method"] = "GET",
                ["attributes_url_add_attributes"] = "false",
                ["oidc_issuer"] = settings.Issuer!,
            };

    private static Output<Dictionary<string, string>> Details(PoolProvider settings) =>
        // The whole map is a secret: an engine that marks a part of a map shows the rest of it only from time to time.
        Output.CreateSecret(
            Output
                .Tuple(settings.ClientId!.ToOutput(), settings.ClientSecret!.ToOutput())
                .Apply(credentials =>
                {
                    var details = Known(settings);
                    foreach (var (endpoint, url) in settings.Endpoints)
                        details[endpoint] = url;
                    (details["client_id"], details["client_secret"]) = (credentials.Item1, credentials.Item2);
                    details["authorize_scopes"] = string.Join(' ', settings.Scopes);
                    return details;
                })
        );
}
