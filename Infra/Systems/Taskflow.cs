using Infra.Data;
using Infra.Edge;
using Infra.Identity;
using Infra.Mail;
using Infra.Security;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Taskflow;
using Infra.Storage;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// System taskflow, tasks of people who sign in with passwords or passkeys: the CDN serves the application from one bucket and leads /api to an
/// API that asks the user pool who calls. Behind it a function keeps tasks in a table and files in another bucket.
/// </summary>
internal sealed class Taskflow : ComponentResource
{
    /// <summary>The key that encrypts everything in the stack's own region.</summary>
    public EncryptionKey Key { get; }

    /// <summary>The domain that mail is from; nothing where the stack has none.</summary>
    public MailIdentity? Mail { get; }

    /// <summary>The users.</summary>
    public CognitoPool Users { get; }

    /// <summary>Where tasks are.</summary>
    public DocumentTable Table { get; }

    /// <summary>Where people's files are.</summary>
    public PrivateBucket Content { get; }

    /// <summary>What answers the API.</summary>
    public LambdaFunction Function { get; }

    /// <summary>The API.</summary>
    public RestApi Api { get; }

    /// <summary>What the CDN and the API know and nobody else.</summary>
    public OriginSecret Origin { get; }

    /// <summary>Turns away from the API what does not come through the CDN.</summary>
    public WebAcl ApiFirewall { get; }

    /// <summary>The way in for everybody: CDN, firewall and what else lives in us-east-1.</summary>
    public GlobalFront Front { get; }

    /// <summary>Where the application in the browser is.</summary>
    public PrivateBucket Site { get; }

    /// <summary>What watches and keeps records.</summary>
    public TaskflowOperations Operations { get; }

    /// <summary>Makes the system.</summary>
    /// <param name="name">Logical name; the same in every stack, so that stacks can be compared.</param>
    /// <param name="context">The stack.</param>
    /// <param name="settings">What the stack decides, already checked.</param>
    /// <param name="global">The provider of us-east-1.</param>
    /// <param name="options">The provider of the stack's own region.</param>
    public Taskflow(
        string name,
        StackContext context,
        TaskflowSettings settings,
        ProviderResource global,
        ComponentResourceOptions? options = null
    )
        : base("idp:system:Taskflow", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var parts = new TaskflowArgs(context, settings);

        Key = new EncryptionKey(name, parts.Key(), child);
        Mail = settings.DomainMail.Identity(context) is { } mail ? new MailIdentity(name, mail, child) : null;
        Users = new CognitoPool(name, parts.Users(Mail), child);

        Table = new DocumentTable(name, parts.Table(Key), child);
        Content = new PrivateBucket(name, parts.Content(Key), child);
        Function = new LambdaFunction(name, parts.Function(Key, Users, Table, Content), child);
        Api = new RestApi(name, parts.Api(Key, Users, Function), child);

        Origin = new OriginSecret(name, settings.Cdn.OriginSecret.ToArgs(), child);
        ApiFirewall = new WebAcl(name, parts.ApiFirewall(Key, Api, Origin), child);
        Front = new GlobalFront(name, parts.Front(Api, Origin, ApiFirewall), new() { Parent = this, Providers = { global } });
        Site = new PrivateBucket(name, parts.Site(Front), child);

        Operations = new TaskflowOperations(name, parts, this, child);
        RegisterOutputs();
    }
}
