using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Clients of user pools, what pools send and what they accept: who gets tokens, and for how long.</summary>
internal sealed class UserPoolClientRules : GuardrailTable
{
    // Flows in which the password itself goes to whoever asks, or in which a server vouches for the user.
    private static readonly string[] PasswordFlows =
    [
        "ALLOW_USER_PASSWORD_AUTH",
        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
        "USER_PASSWORD_AUTH",
        "ADMIN_NO_SRP_AUTH",
    ];

    // Flows that run in browsers and apps.
    private static readonly string[] BrowserFlows = ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_AUTH"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new(
                "Cognito.2",
                Grade.Medium,
                "aws:cognito/identityPool:IdentityPool",
                "Identity pools give nothing to people who have not signed in"
            )
            {
                Reason = "Anybody gets credentials of AWS, with all that their role may do.",
                Fix = "Set allowUnauthenticatedIdentities: false.",
                Also = ["CKV_AWS_366", "AwsSolutions-COG7"],
                Check = pool => pool.Is("allowUnauthenticatedIdentities", false),
            },
            new("cognito-user-existence", Grade.Medium, UserPools.Client, "Nobody can find out who has an account")
            {
                Reason = "Lists of addresses are tried until the answer says that one exists; that one is attacked.",
                Fix = "Set preventUserExistenceErrors: ENABLED.",
                Check = client => client.IsOneOf("preventUserExistenceErrors", "ENABLED"),
            },
            new("cognito-token-revocation", Grade.Medium, UserPools.Client, "Refresh tokens can be revoked")
            {
                Reason = "Who has stolen one stays signed in for weeks, whatever the user does.",
                Fix = "Set enableTokenRevocation: true.",
                Check = client => client.Is("enableTokenRevocation", true, absent: true),
            },
            new("cognito-implicit-flow", Grade.High, UserPools.Client, "Tokens are not handed out in addresses")
            {
                Reason = "The implicit flow writes tokens into the address, and so into histories, logs and other pages.",
                Fix = "Take implicit out of allowedOauthFlows; use code with PKCE.",
                Check = client =>
                    client
                        .Ask("allowedOauthFlows", flows => !flows.Texts.Contains("implicit"), "no implicit")
                        .UnlessUnknown(client["allowedOauthFlows"], "allowedOauthFlows"),
            },
            new(
                "cognito-public-client",
                Grade.High,
                UserPools.Client,
                "Clients without a secret sign people in by code, and never see the password of another"
            )
            {
                Reason =
                    "Everybody can act as a client without a secret: machine tokens would be free for all, and passwords could be tried without SRP.",
                Fix = "Give code alone in allowedOauthFlows, and no …PASSWORD_AUTH in explicitAuthFlows.",
                When = client => !client.HasSecret(),
                Check = client =>
                    client.Ask("allowedOauthFlows", flows => flows.Texts.All(flow => flow is "code" or "implicit"), "code alone")
                    & client.Ask(
                        "explicitAuthFlows",
                        flows => !flows.Texts.Any(PasswordFlows.Contains),
                        "no flow with the password itself"
                    ),
            },
            new("cognito-browser-secret", Grade.High, UserPools.Client, "Clients in browsers have no secret")
            {
                Reason =
                    "What a browser knows everybody knows: such a secret protects nothing, and libraries for browsers cannot sign in with it.",
                Fix =
                    "Set generateSecret: false (a new client is made), or take …SRP_AUTH and USER_AUTH out of explicitAuthFlows of a server's client.",
                When = client => client["generateSecret"].IsUnknown || client.HasSecret(),
                Check = client =>
                    client["generateSecret"].IsUnknown
                        ? Verdict.CannotKnow("generateSecret is known only after the deployment")
                        : client.Ask(
                            "explicitAuthFlows",
                            flows => !flows.Texts.Any(BrowserFlows.Contains),
                            "no flow of browsers beside a secret"
                        ),
            },
            new("cognito-callback-https", Grade.High, UserPools.Client, "People are sent back by HTTPS")
            {
                Reason = "The code in the address is read by everybody on the way, and turned into tokens.",
                Fix = "Write callbackUrls and logoutUrls with https://. Only the developer's own machine may have http://.",
                When = client => client.Urls().Any(),
                Check = client =>
                    Verdict.All(
                        client
                            .Urls()
                            .Select(url => url.Ask("callbackUrls and logoutUrls", IsSafe, "https://, or http://localhost"))
                    ),
            },
            new("cognito-callback-localhost", Grade.Medium, UserPools.Client, "Protected pools send nobody to localhost")
            {
                Reason = "Any program on the user's machine can wait there for the code of a production account.",
                Fix = "Keep localhost to the pools of developers, which have no deletionProtection.",
                When = client => client.Urls().Any() && client.Referred("userPoolId", UserPools.Type).Any(IsProtected),
                Check = client =>
                    Verdict.All(
                        client
                            .Urls()
                            .Select(url =>
                                url.Ask(
                                    "callbackUrls and logoutUrls",
                                    address => !UserPools.IsLocal(address.Text ?? ""),
                                    "no localhost"
                                )
                            )
                    ),
            },
            new("cognito-token-lifetime", Grade.Medium, UserPools.Client, "Access and ID tokens live 5 minutes to an hour")
            {
                Reason = "They cannot be called back: who is thrown out stays in as long as they live.",
                Fix =
                    "Set accessTokenValidity and idTokenValidity with tokenValidityUnits; the refresh token keeps people signed in.",
                Check = client => Short(client, "accessToken") & Short(client, "idToken"),
            },
            new("cognito-refresh-lifetime", Grade.Low, UserPools.Client, "Refresh tokens live 30 days at most")
            {
                Reason = "A stolen laptop or browser profile stays signed in as long as they live.",
                Fix = "Set refreshTokenValidity with tokenValidityUnits.refreshToken.",
                When = UserPools.IsForPeople,
                Check = client =>
                    client.Lifetime("refreshToken", "days", TimeSpan.FromDays(30), TimeSpan.FromHours(1), TimeSpan.FromDays(30)),
            },
            new("cognito-write-attributes", Grade.High, UserPools.Client, "Users cannot write what says who they belong to")
            {
                Reason =
                    "Without a list a client may write every attribute: a user makes himself part of another organisation or role.",
                Fix = "Set writeAttributes to the attributes that people may change; leave custom: ones to the server.",
                When = client => client.IsForPeople() && client.Referred("userPoolId", UserPools.Type).Any(HasCustomAttributes),
                Check = client =>
                    client.Ask(
                        "writeAttributes",
                        names =>
                            names.Texts.Any() && !names.Texts.Any(name => name.StartsWith("custom:", StringComparison.Ordinal)),
                        "a list without custom: attributes"
                    ),
            },
            new("cognito-mail-sender", Grade.Low, UserPools.Type, "Pools where anybody may sign up send their mail by SES")
            {
                Reason = "Cognito itself sends 50 mails a day; the next user gets no code.",
                Fix =
                    "Set emailConfiguration.emailSendingAccount: DEVELOPER with sourceArn and fromEmailAddress of an SES identity.",
                When = pool => pool["adminCreateUserConfig.allowAdminCreateUserOnly"].Bool != true,
                Check = pool => pool.IsOneOf("emailConfiguration.emailSendingAccount", "DEVELOPER"),
            },
            new("cognito-mail-region", Grade.High, UserPools.Type, "The SES identity of a pool is in the pool's region")
            {
                Reason = "Cognito refuses an identity elsewhere (three old regions apart), or sends nothing.",
                Fix = "Make the identity in the region of the pool, and its records beside it.",
                When = pool => pool["emailConfiguration.sourceArn"].IsGiven(),
                Check = SendsFromHere,
            },
            new(
                "cognito-passkeys",
                Grade.Medium,
                UserPools.Type,
                "Passkeys are unlocked by their owner, for a domain that is said"
            )
            {
                Reason = "A passkey replaces password and second factor only when the device asks who is there.",
                Fix =
                    "Set webAuthnConfiguration.userVerification: required and relyingPartyId: the domain of the sign-in page. Passkeys of another domain are lost when it changes.",
                When = pool => pool["signInPolicy.allowedFirstAuthFactors"].Texts.Contains("WEB_AUTHN"),
                Check = pool =>
                    pool.IsOneOf("webAuthnConfiguration.userVerification", "required")
                    & pool.IsSet("webAuthnConfiguration.relyingPartyId", "a domain"),
            },
        ];

    private static bool IsSafe(Value url) =>
        url.Text is { } text && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || UserPools.IsLocal(url.Text ?? "");

    private static bool IsProtected(Resource pool) => pool["deletionProtection"].Text == "ACTIVE";

    // Standard attributes are names of OpenID Connect: small letters and underscores, all known.
    private static bool HasCustomAttributes(Resource pool) =>
        pool["schemas"].Items.Any(attribute => attribute["name"].Text is { } name && !StandardAttributes.Contains(name));

    private static Verdict Short(Resource client, string token) =>
        client.Lifetime(token, "hours", TimeSpan.FromHours(1), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));

    private static Verdict SendsFromHere(Resource pool)
    {
        var from = pool["emailConfiguration.sourceArn"].Text;
        // arn:aws:ses:region:account:identity/name
        var written = from?.Split(':') is ["arn", _, "ses", var region, ..] ? region : null;
        var known =
            written ?? pool.Referred("emailConfiguration").Where(IsIdentity).Select(identity => identity.Region).FirstOrDefault();
        return known is null || pool.Region is null || Reference.IsIn(known)
            ? Verdict.CannotKnow("the region of emailConfiguration.sourceArn is known only after the deployment")
            : Verdict.Of(
                known == pool.Region,
                $"emailConfiguration.sourceArn: got an identity in {known}, want one in {pool.Region}"
            );
    }

    private static bool IsIdentity(Resource resource) => resource.Type.StartsWith("aws:ses", StringComparison.Ordinal);

    private static readonly HashSet<string> StandardAttributes =
    [
        "sub",
        "name",
        "given_name",
        "family_name",
        "middle_name",
        "nickname",
        "preferred_username",
        "profile",
        "picture",
        "website",
        "email",
        "email_verified",
        "gender",
        "birthdate",
        "zoneinfo",
        "locale",
        "phone_number",
        "phone_number_verified",
        "address",
        "updated_at",
    ];
}
