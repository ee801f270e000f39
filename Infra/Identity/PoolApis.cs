using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;

namespace Infra.Identity;

/// <summary>Makes the APIs for which tokens have scopes.</summary>
internal static class PoolApis
{
    /// <summary>All of them; clients must wait for them.</summary>
    public static IReadOnlyList<Resource> Make(string name, CognitoPoolArgs args, UserPool pool, Resource parent) =>
        [
            .. args.ResourceServers.Select(server => new ResourceServer(
                $"{name}-api-{server.Key}",
                new()
                {
                    UserPoolId = pool.Id,
                    Name = server.Key,
                    Identifier = server.Value.Identifier,
                    Scopes = server
                        .Value.Scopes.Select(scope => new ResourceServerScopeArgs
                        {
                            ScopeName = scope.Key,
                            ScopeDescription = scope.Value,
                        })
                        .ToArray(),
                },
                new() { Parent = parent }
            )),
        ];
}
