using System.Collections.Immutable;
using Infra.Identity;

namespace Infra.Tests.Identity;

/// <summary>A pool like that of taskflow, which each test changes.</summary>
internal static class PoolCase
{
    public const string Pool = "aws:cognito/userPool:UserPool";
    public const string Client = "aws:cognito/userPoolClient:UserPoolClient";

    public static readonly WebClient Web = new()
    {
        CallbackUrls = ["https://app.example.com/auth/callback"],
        LogoutUrls = ["https://app.example.com/"],
        Flows = [AuthFlow.Srp, AuthFlow.Custom, AuthFlow.Choice, AuthFlow.Refresh],
        Tokens = new()
        {
            AccessMinutes = 30,
            IdMinutes = 30,
            RefreshDays = 7,
        },
    };

    public static readonly PoolResourceServer Api = new()
    {
        Identifier = "api",
        Scopes = Keyed("write", "Change things").Add("read", "See things"),
    };

    public static readonly PoolMail Mail = new()
    {
        IdentityArn = "arn:identity",
        Address = "noreply@app.example.com",
        SenderName = "TaskFlow",
        ConfigurationSet = "taskflow-mail",
    };

    public static CognitoPoolArgs Args() =>
        new()
        {
            Context = TestStacks.Prod with { System = "taskflow" },
            Name = "taskflow-prod",
            SelfSignUp = true,
            Mfa = PoolMfa.Optional,
            Password = new() { TemporaryDays = 3 },
            Passkeys = new() { RelyingParty = "app.example.com" },
            Devices = new(),
            Attributes = [new("email") { Required = true }, new("given_name"), new("family_name"), new("organizationId")],
            Clients = Keyed<PoolClient>("web", Web),
            Domain = new() { Prefix = "taskflow-prod-1a2b3c4d" },
            Mail = Mail,
            Logs = new(),
        };

    public static ImmutableSortedDictionary<string, T> Keyed<T>(string key, T value) =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add(key, value);

    public static Task<Sandbox> RunAsync(CognitoPoolArgs args) => Sandbox.RunAsync(() => _ = new CognitoPool("id", args));

    public static string[] Problems(CognitoPoolArgs args) => [.. args.Validate().Select(problem => problem.ToString())];
}
