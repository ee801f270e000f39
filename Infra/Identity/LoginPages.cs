using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Cognito;

namespace Infra.Identity;

/// <summary>The pages on which people sign in.</summary>
internal static class LoginPages
{
    /// <summary>Gives the pages of each application a look. Without one the managed pages answer with an error.</summary>
    public static void Make(
        string name,
        CognitoPoolArgs args,
        UserPool pool,
        UserPoolDomain domain,
        ImmutableSortedDictionary<string, UserPoolClient> clients,
        Resource parent
    )
    {
        foreach (var (key, client) in clients.Where(client => args.Clients[client.Key] is WebClient))
            _ = new ManagedLoginBranding(
                $"{name}-pages-{key}",
                new()
                {
                    UserPoolId = pool.Id,
                    ClientId = client.Id,
                    UseCognitoProvidedValues = true,
                },
                new() { Parent = parent, DependsOn = domain }
            );
    }

    /// <summary>Where people of each application sign in, by key.</summary>
    public static ImmutableSortedDictionary<string, Output<string>> Urls(
        CognitoPoolArgs args,
        Output<string> host,
        ImmutableSortedDictionary<string, Output<string>> clientIds
    ) =>
        args
            .Clients.Where(client => client.Value is WebClient)
            .ToImmutableSortedDictionary(
                client => client.Key,
                client => Output.Tuple(host, clientIds[client.Key]).Apply(at => Url((WebClient)client.Value, at.Item1, at.Item2))
            );

    private static string Url(WebClient client, string host, string clientId) =>
        $"https://{host}/login?client_id={clientId}&response_type=code&scope={string.Join('+', client.Scopes)}"
        + $"&redirect_uri={Uri.EscapeDataString(client.CallbackUrls[0])}";
}
