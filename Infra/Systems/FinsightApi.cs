using System.Collections.Immutable;
using Infra.Data;
using Infra.Edge;
using Infra.Mail;
using Infra.Network;
using Infra.Policies;
using Infra.Security;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Finsight;
using Pulumi;

namespace Infra.Systems;

/// <summary>The API of finsight and its functions: what each is told, and what each may do.</summary>
/// <param name="Parts">The stack and its settings.</param>
/// <param name="System">Its other parts, made before.</param>
/// <param name="Certificate">The certificate of the API's host.</param>
internal sealed record FinsightApi(FinsightArgs Parts, Finsight System, Certificate Certificate)
{
    private StackContext Context => Parts.Context;

    private FinsightSettings Settings => Parts.Settings;

    /// <summary>Functions and API.</summary>
    public LambdaApiArgs Args()
    {
        var settings = Settings.LambdaApi(Context.System);
        var functions = settings
            .ToFunctions(FinsightDomains.Describe)
            .ToImmutableSortedDictionary(of => of.Key, of => Wired(of.Key, of.Value), StringComparer.Ordinal);
        return settings.ToArgs(functions, Api()) with
        {
            Network = new(System.Network.SubnetIds[SubnetTier.App].ToArray(), System.Network.SecurityGroupIds[SecurityRole.App]),
            Environment = Everywhere(),
        };
    }

    /// <summary>What hears of mail that comes back.</summary>
    public static FunctionSubscriptionArgs MailEvents(FinsightMail mail, LambdaApi lambda) =>
        new()
        {
            Role = FinsightMail.EventsRole,
            TopicArn = mail.Events.Arn,
            Function = lambda.Functions[FinsightDomains.Notifications],
        };

    private RestApiArgs Api() =>
        Settings.Api.ToArgs(Context, FinsightArgs.ApiRole, "API of finsight", System.Key.Arn, FinsightDomains.Routes) with
        {
            Models = ImmutableSortedDictionary
                .Create<string, string>(StringComparer.Ordinal)
                .Add(ApiModels.JsonObject, ApiModels.JsonObjectSchema),
            Usage = Settings.Usage.ToPlan(),
            Domain = new(Settings.Cdn.Domain ?? "", Certificate.Arn) { Strict = Settings.StrictHost },
            Cors = new(Settings.CallingSite ?? "") { Methods = ["DELETE", "GET", "POST", "PUT"] },
        };

    private DomainFunction Wired(string key, DomainFunction function) =>
        function with
        {
            Environment = Own(key),
            Statements = Rights(key),
            Asynchronous = key == FinsightDomains.Notifications ? new() : null,
        };

    // Of every function but the authorizer.
    private ImmutableSortedDictionary<string, Input<string>> Everywhere() =>
        ImmutableSortedDictionary
            .Create<string, Input<string>>(StringComparer.Ordinal)
            .Add("ALLOWED_ORIGIN", Settings.CallingSite ?? "")
            .Add("APP_ENV", Word.Of(Context.Environment))
            .Add("DB_HOST", System.Proxy?.Endpoint ?? System.Database.Address)
            .Add("DB_NAME", Settings.Database.Name)
            .Add("DB_PORT", $"{TenantDatabase.Port}")
            .Add("DB_USER", System.Proxy?.User ?? Settings.Database.Username);

    private ImmutableSortedDictionary<string, Input<string>> Own(string key)
    {
        var own = ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);
        if (FinsightDomains.AskAuth0.Contains(key))
            own = own.Add("AUTH0_SECRET_ARN", System.Auth0.Arn);
        if (FinsightDomains.Notifiers.Contains(key))
            own = own.Add(
                "NOTIFICATIONS_FUNCTION",
                $"{Context.Label.Function(FinsightDomains.Notifications)}:{LambdaFunction.Live}"
            );
        if (System.Proxy is null)
            own = own.Add("DB_SECRET_ARN", System.Credentials.Arn);
        return key == FinsightDomains.Notifications && System.Mail is { } mail
            ? own.Add("MAIL_CONFIGURATION_SET", mail.Identity.ConfigurationSetName)
                .Add("MAIL_FROM", $"{Settings.Mail.Mailbox}@{mail.Identity.DomainName}")
                .Add("MAIL_PER_SECOND", $"{Settings.MailLimits.PerSecond}")
            : own;
    }

    private Output<ImmutableArray<Statement>> Rights(string key)
    {
        var secrets = new List<Output<string>>();
        if (FinsightDomains.AskAuth0.Contains(key))
            secrets.Add(System.Auth0.Arn);
        if (System.Proxy is null)
            secrets.Add(System.Credentials.Arn);
        var connect = System.Proxy?.ConnectRights() ?? Output.Create(ImmutableArray<Statement>.Empty);
        return Output
            .Tuple(connect, System.Key.Arn, Output.All(secrets))
            .Apply(known =>
                (ImmutableArray<Statement>)
                    [
                        .. known.Item1,
                        .. known.Item3.IsEmpty ? [] : SecretReadPolicy.Statements(Context, known.Item2, known.Item3),
                        .. Named(key),
                    ]
            );
    }

    // What is known before anything is deployed.
    private IEnumerable<Statement> Named(string key)
    {
        if (FinsightDomains.Notifiers.Contains(key))
            yield return new("TellNotifications")
            {
                Actions = ["lambda:InvokeFunction"],
                Resources =
                [
                    Context.Arn(
                        "lambda",
                        $"function:{Context.Label.Function(FinsightDomains.Notifications)}:{LambdaFunction.Live}"
                    ),
                ],
            };
        if (key == FinsightDomains.Notifications && Settings.Mail.Domain is { } domain)
            yield return SendingRight.Of(Context, domain, Settings.Mail.Mailbox);
    }
}
