using Infra.Validation;

namespace Infra.Identity;

/// <summary>What is wrong with a pool: each part by itself, then what does not fit together.</summary>
internal static class PoolCheck
{
    /// <summary>All problems.</summary>
    public static IEnumerable<Problem> Problems(CognitoPoolArgs args) =>
        [
            .. args.Password.Validate().Select(problem => problem.Under("password")),
            .. args.Passkeys?.Validate().Select(problem => problem.Under("passkeys")) ?? [],
            .. args.Domain?.Validate().Select(problem => problem.Under("domain")) ?? [],
            .. args.Mail?.Validate().Select(problem => problem.Under("mail")) ?? [],
            .. Attributes(args),
            .. args.Groups.SelectMany(group => group.Value.Validate().Select(problem => problem.Under($"groups.{group.Key}"))),
            .. PoolProviderCheck.Problems(args),
            .. args.ResourceServers.SelectMany(server =>
                server.Value.Validate().Select(problem => problem.Under($"resourceServers.{server.Key}"))
            ),
            .. args.Clients.SelectMany(client =>
                client.Value.Validate().Select(problem => problem.Under($"clients.{client.Key}"))
            ),
            .. Factors(args.Mfa, args.Threats, args.Passkeys is not null),
            .. Records(args.Threats, args.Logs is { SignIns: true }),
            .. Clients(args),
            .. Triggers(args),
            .. FeaturePlans.Problems(args),
        ];

    /// <summary>Ways to prove who somebody is that exclude each other.</summary>
    /// <param name="mfa">Whether a second factor is asked for.</param>
    /// <param name="threats">What is done about attacks.</param>
    /// <param name="passkeys">Whether passkeys are taken.</param>
    public static IEnumerable<Problem> Factors(PoolMfa mfa, PoolThreats threats, bool passkeys)
    {
        if (mfa == PoolMfa.Required && passkeys)
            yield return new(
                "mfa",
                "required",
                "optional with passkeys",
                "Cognito lets nobody in with a passkey alone then: a passkey counts for both factors only by "
                    + "MULTI_FACTOR_WITH_USER_VERIFICATION, which the provider cannot set yet"
            );
        if (mfa == PoolMfa.Off && threats is { Mode: ThreatProtection.Enforced, HighRisk: HighRiskAction.MfaRequired })
            yield return new(
                "threats.highRisk",
                "mfa-required",
                "block while mfa is off",
                "nobody has a second factor to ask for"
            );
    }

    /// <summary>Records of sign-ins that Cognito would never write.</summary>
    /// <param name="threats">What is done about attacks.</param>
    /// <param name="signIns">Whether sign-ins are written down.</param>
    public static IEnumerable<Problem> Records(PoolThreats threats, bool signIns)
    {
        if (signIns && threats.Mode == ThreatProtection.Off)
            yield return new(
                "logs.signIns",
                true,
                "false while threat protection is off",
                "Cognito writes sign-ins down only with threat protection; audit is enough"
            );
    }

    private static IEnumerable<Problem> Attributes(CognitoPoolArgs args)
    {
        foreach (var attribute in args.Attributes)
        foreach (var problem in attribute.Validate())
            yield return problem.Under($"attributes.{attribute.Name}");
        foreach (var twice in args.Attributes.GroupBy(attribute => attribute.Name).Where(same => same.Count() > 1))
            yield return new($"attributes.{twice.Key}", $"{twice.Count()} of the name", "one", "remove the others");
        if (args.Attributes.All(attribute => attribute is not { Name: "email", Mutable: true }))
            yield return new(
                "attributes.email",
                args.Attributes.Select(attribute => attribute.Name),
                "email, mutable",
                "people sign in and recover their account with it, and it changes"
            );
    }

    private static IEnumerable<Problem> Triggers(CognitoPoolArgs args)
    {
        if (
            args.Triggers.ContainsKey(PoolTrigger.IdTokenGeneration)
            && args.Triggers.ContainsKey(PoolTrigger.AccessTokenGeneration)
        )
            yield return new(
                "triggers",
                "id-token-generation and access-token-generation",
                "one of them",
                "a pool has one function for tokens; access-token-generation makes both kinds"
            );
    }

    private static IEnumerable<Problem> Clients(CognitoPoolArgs args)
    {
        var known = args.ResourceServers.Values.SelectMany(server => server.FullScopes).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, client) in args.Clients)
        {
            var scopes = client switch
            {
                MachineClient machine => machine.Scopes,
                WebClient web => [.. web.Scopes.Where(scope => scope.Contains('/', StringComparison.Ordinal))],
                _ => [],
            };
            foreach (var scope in scopes.Where(scope => !known.Contains(scope)))
                yield return new(
                    $"clients.{key}.scopes",
                    scope,
                    known.Count > 0 ? Spelling.OneOf([.. known.Order(StringComparer.Ordinal)]) : "a scope of a resource server",
                    "a client gets only scopes that an API of the pool has"
                );
        }
        if (args.Domain is null && args.Clients.Count > 0)
            yield return new("domain", null, "a prefix or a host while there are clients", "tokens are given out there");
        if (args.Passkeys is not null && !args.Clients.Values.OfType<WebClient>().Any(web => web.Flows.Contains(AuthFlow.Choice)))
            yield return new("passkeys", "no client with flow choice", "one", "ALLOW_USER_AUTH is the only way to a passkey");
    }
}
