using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;

namespace Infra.Identity;

/// <summary>Makes the applications that may ask for tokens.</summary>
internal static class PoolClients
{
    private const string Enabled = "ENABLED";

    // What an application learns besides the attributes of the pool: whether the address is verified.
    private const string EmailVerified = "email_verified";

    /// <summary>All of them, by key.</summary>
    /// <param name="name">What their names begin with.</param>
    /// <param name="args">The pool's.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="before">APIs and services that clients refer to by name.</param>
    /// <param name="parent">Their parent.</param>
    public static ImmutableSortedDictionary<string, UserPoolClient> Make(
        string name,
        CognitoPoolArgs args,
        UserPool pool,
        IReadOnlyList<Resource> before,
        Resource parent
    ) =>
        args.Clients.ToImmutableSortedDictionary(
            client => client.Key,
            client => new UserPoolClient(
                $"{name}-client-{client.Key}",
                Args(args, client.Key, pool),
                new() { Parent = parent, DependsOn = [.. before] }
            )
        );

    private static UserPoolClientArgs Args(CognitoPoolArgs args, string key, UserPool pool)
    {
        var client = args.Clients[key];
        var made = new UserPoolClientArgs
        {
            Name = $"{args.PoolName}-{key}",
            UserPoolId = pool.Id,
            // An unknown user and a wrong password get the same answer, so that nobody can try out addresses.
            PreventUserExistenceErrors = Enabled,
            EnableTokenRevocation = true,
            AllowedOauthFlowsUserPoolClient = true,
            AccessTokenValidity = client.Tokens.AccessMinutes,
            IdTokenValidity = client.Tokens.IdMinutes,
            RefreshTokenValidity = client.Tokens.RefreshDays,
            TokenValidityUnits = new UserPoolClientTokenValidityUnitsArgs
            {
                AccessToken = "minutes",
                IdToken = "minutes",
                RefreshToken = "days",
            },
        };
        if (client is WebClient web)
            Web(made, web, args);
        else if (client is MachineClient machine)
            Machine(made, machine);
        return made;
    }

    private static void Web(UserPoolClientArgs made, WebClient client, CognitoPoolArgs args)
    {
        made.GenerateSecret = false; // everybody can read what a browser is sent
        made.AllowedOauthFlows = client.AllowImplicit ? ["code", "implicit"] : ["code"];
        made.AllowedOauthScopes = client.Scopes.Order(StringComparer.Ordinal).ToArray();
        made.CallbackUrls = client.CallbackUrls.ToArray();
        made.LogoutUrls = client.LogoutUrls.ToArray();
        made.ExplicitAuthFlows = AuthFlows.Names(client.Flows);
        Attributes(made, args.Attributes);
        made.SupportedIdentityProviders = args.UsableProviders.Select(provider => provider.Key).Prepend("COGNITO").ToArray();
        if (client.RotationGraceSeconds is { } grace)
            made.RefreshTokenRotation = new UserPoolClientRefreshTokenRotationArgs
            {
                Feature = Enabled,
                RetryGracePeriodSeconds = grace,
            };
    }

    // Where users may set all there is, nothing is said and Cognito decides. An attribute that they must not set needs both lists: what is not
    // named could be set with the user's own token, and is missing from the tokens where it is custom.
    private static void Attributes(UserPoolClientArgs made, ImmutableArray<PoolAttribute> attributes)
    {
        if (attributes.All(attribute => attribute.SetByUsers))
            return;
        made.ReadAttributes = Names(attributes.Select(attribute => attribute.FullName).Append(EmailVerified));
        made.WriteAttributes = Names(attributes.Where(attribute => attribute.SetByUsers).Select(attribute => attribute.FullName));
    }

    private static string[] Names(IEnumerable<string> attributes) => [.. attributes.Order(StringComparer.Ordinal)];

    private static void Machine(UserPoolClientArgs made, MachineClient client)
    {
        made.GenerateSecret = true;
        made.AllowedOauthFlows = "client_credentials";
        made.AllowedOauthScopes = client.Scopes.Order(StringComparer.Ordinal).ToArray();
        // An empty list means Cognito's default, which has sign-in by SRP. A refresh token cannot be had through this client, so this allows nothing.
        made.ExplicitAuthFlows = AuthFlows.Names([AuthFlow.Refresh]);
    }
}
