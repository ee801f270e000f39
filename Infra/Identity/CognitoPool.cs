using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.WafV2;
using UserPool = Pulumi.Aws.Cognito.UserPool;

namespace Infra.Identity;

/// <summary>
/// Users and how they sign in: the pool, its applications, groups, APIs and pages, what is done about attacks, and what is written down.
/// Its users cannot be moved to another pool with their passwords, so it is worth more than anything else in a stack.
/// </summary>
internal sealed class CognitoPool : ComponentResource
{
    /// <summary>The id of the pool.</summary>
    [Output("poolId")]
    public Output<string> PoolId { get; }

    /// <summary>The ARN of the pool.</summary>
    [Output("poolArn")]
    public Output<string> PoolArn { get; }

    /// <summary>Who issues the tokens, as they say themselves.</summary>
    [Output("issuer")]
    public Output<string> Issuer { get; }

    /// <summary>Where the keys are that sign the tokens.</summary>
    [Output("jwksUrl")]
    public Output<string> JwksUrl { get; }

    /// <summary>The host of pages and OAuth endpoints, once it is there; nothing for a pool without.</summary>
    public Output<string>? DomainHost { get; }

    /// <summary>The ids of the applications, by key.</summary>
    public ImmutableSortedDictionary<string, Output<string>> ClientIds { get; }

    /// <summary>The secrets of the programs, by key; they are secrets of the stack.</summary>
    public ImmutableSortedDictionary<string, Output<string>> ClientSecrets { get; }

    /// <summary>The sign-in pages of the applications for people, by key; empty for a pool without a domain.</summary>
    public ImmutableSortedDictionary<string, Output<string>> LoginUrls { get; }

    /// <summary>The names of the other services that were made, so that they can be watched.</summary>
    public ImmutableArray<string> ProviderNames { get; }

    /// <summary>The log groups. CloudWatch must not encrypt them with a key of ours; see <see cref="PoolLogDelivery"/>.</summary>
    public ImmutableArray<string> LogGroupNames { get; }

    /// <summary>Makes the pool.</summary>
    public CognitoPool(string name, CognitoPoolArgs args, ComponentResourceOptions? options = null)
        : base("idp:identity:CognitoPool", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var region = args.Context.Region;

        var pool = UserPools.Make(name, args, this);
        var domain = args.Domain is { } place ? PoolDomains.Make(name, place, pool, this) : null;
        foreach (var (group, about) in args.Groups)
            PoolGroups.Make(name, group, about, pool, this);
        var apis = PoolApis.Make(name, args, pool, this);
        var providers = PoolProviders.Make(name, args, pool, this);
        var clients = PoolClients.Make(name, args, pool, [.. apis, .. providers], this);
        if (domain is not null && args.Domain is { ManagedLogin: true })
            LoginPages.Make(name, args, pool, domain, clients, this);
        if (args.Threats.Mode != ThreatProtection.Off)
            PoolRisks.Make(name, args, pool, this);
        LogGroupNames = args.Logs is { } logs ? PoolLogDelivery.Make(name, args.Context, args.PoolName, logs, pool, this) : [];
        if (args.WebAclArn is { } acl)
            _ = new WebAclAssociation(
                $"{name}-waf-association",
                new() { WebAclArn = acl, ResourceArn = pool.Arn },
                new() { Parent = this }
            );

        (PoolId, PoolArn) = (pool.Id, pool.Arn);
        Issuer = pool.Id.Apply(id => $"https://cognito-idp.{region}.amazonaws.com/{id}");
        JwksUrl = Issuer.Apply(issuer => $"{issuer}/.well-known/jwks.json");
        ProviderNames = [.. args.UsableProviders.Select(provider => provider.Key)];
        ClientIds = clients.ToImmutableSortedDictionary(client => client.Key, client => client.Value.Id);
        ClientSecrets = clients
            .Where(client => args.Clients[client.Key] is MachineClient)
            .ToImmutableSortedDictionary(client => client.Key, client => Output.CreateSecret(client.Value.ClientSecret));
        DomainHost = domain?.Domain.Apply(_ => args.Domain!.FullHost(region));
        LoginUrls = DomainHost is { } host
            ? LoginPages.Urls(args, host, ClientIds)
            : ImmutableSortedDictionary<string, Output<string>>.Empty;
        Tell(args, pool);
        RegisterOutputs(
            new Dictionary<string, object?>
            {
                ["poolId"] = PoolId,
                ["poolArn"] = PoolArn,
                ["issuer"] = Issuer,
                ["jwksUrl"] = JwksUrl,
            }
        );
    }

    private static void Tell(CognitoPoolArgs args, UserPool pool)
    {
        foreach (var note in PoolNotes.Facts(args))
            Log.Info(note, pool);
        foreach (var warning in PoolNotes.Warnings(args))
            Log.Warn(warning, pool);
    }
}
