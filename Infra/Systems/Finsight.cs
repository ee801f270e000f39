using Infra.Data;
using Infra.Edge;
using Infra.Hosting;
using Infra.Mail;
using Infra.Network;
using Infra.Observability;
using Infra.Security;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Finsight;
using Infra.Storage;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// System finsight, an API without servers: people's pages ask the CDN, which leads to an API that answers nobody else. A function checks the token
/// of Auth0, a function for each domain answers, and all of them share a few connections to PostgreSQL through a proxy. Amplify builds the pages.
/// </summary>
internal sealed class Finsight : ComponentResource
{
    /// <summary>The key that encrypts everything in the stack's own region.</summary>
    public EncryptionKey Key { get; }

    /// <summary>Where functions, proxy and database stand.</summary>
    public IdpNetwork Network { get; }

    /// <summary>The user of the database and its password.</summary>
    public MasterSecret Credentials { get; }

    /// <summary>Where data is.</summary>
    public TenantDatabase Database { get; }

    /// <summary>What shares the connections of the database; nothing where the stack has none.</summary>
    public DatabaseProxy? Proxy { get; }

    /// <summary>What functions must know of Auth0.</summary>
    public JsonSecret Auth0 { get; }

    /// <summary>The domain that mail is from, and what hears of mail that comes back; nothing where the stack sends none.</summary>
    public FinsightMail? Mail { get; }

    /// <summary>The functions and the API before them.</summary>
    public LambdaApi Lambda { get; }

    /// <summary>The keys by which clients are told apart.</summary>
    public JsonSecret ApiKeys { get; }

    /// <summary>What the CDN and the API know and nobody else.</summary>
    public OriginSecret Origin { get; }

    /// <summary>Turns away from the API what does not come through the CDN.</summary>
    public WebAcl ApiFirewall { get; }

    /// <summary>The way in for everybody: CDN, firewall and what else lives in us-east-1.</summary>
    public GlobalFront Front { get; }

    /// <summary>What people read while the API is away.</summary>
    public PrivateBucket ErrorPages { get; }

    /// <summary>The pages; nothing where another stack has them.</summary>
    public AmplifySite? Site { get; }

    /// <summary>What watches, keeps copies and records, and saves money.</summary>
    public FinsightOperations Operations { get; }

    /// <summary>Makes the system.</summary>
    /// <param name="name">Logical name; the same in every stack, so that stacks can be compared.</param>
    /// <param name="context">The stack.</param>
    /// <param name="plan">The subnets, already checked.</param>
    /// <param name="settings">What the stack decides, already checked.</param>
    /// <param name="global">The provider of us-east-1.</param>
    /// <param name="options">The provider of the stack's own region.</param>
    public Finsight(
        string name,
        StackContext context,
        SubnetPlan plan,
        FinsightSettings settings,
        ProviderResource global,
        ComponentResourceOptions? options = null
    )
        : base("idp:system:Finsight", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var parts = new FinsightArgs(context, plan, settings);

        Key = new EncryptionKey(name, parts.Key(), child);
        Network = new IdpNetwork(name, parts.Network(Key), child);
        Credentials = new MasterSecret(name, parts.Credentials(Key), child);
        Database = new TenantDatabase(name, parts.Database(Key, Network, Credentials), child);
        Proxy = settings.Proxy.Enabled ? new DatabaseProxy(name, parts.Proxy(Key, Network, Database, Credentials), child) : null;
        Auth0 = new JsonSecret($"{name}-auth0", parts.Auth0(Key), child);

        Mail = settings.Mail.Domain is null ? null : new FinsightMail(name, parts, Key, child);
        var certificate = new Certificate(name, parts.Certificate(), child);
        Lambda = new LambdaApi(name, new FinsightApi(parts, this, certificate).Args(), child);
        if (Mail is not null)
            _ = new FunctionSubscription(name, FinsightApi.MailEvents(Mail, Lambda), child);
        ApiKeys = new JsonSecret($"{name}-api-keys", parts.ApiKeys(Key, Lambda.Api), child);

        Origin = new OriginSecret(name, settings.Cdn.OriginSecret.ToArgs(), child);
        ApiFirewall = new WebAcl(name, parts.ApiFirewall(Key, Lambda.Api, Origin), child);
        Front = new GlobalFront(
            name,
            parts.Front(Lambda.Api, Origin, ApiFirewall),
            new() { Parent = this, Providers = { global } }
        );
        ErrorPages = new PrivateBucket(name, parts.ErrorPages(Front), child);
        FinsightErrorPage.Make(name, ErrorPages, this);
        Site = settings.Site.Enabled ? new AmplifySite(name, parts.Site(Lambda.Api), child) : null;

        Operations = new FinsightOperations(name, parts, this, child);
        RegisterOutputs();
    }
}
