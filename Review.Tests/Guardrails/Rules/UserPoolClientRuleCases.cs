namespace Review.Tests.Guardrails.Rules;

internal sealed class UserPoolClientRuleCases : RuleCases
{
    private const string Web = """
        aws:cognito/userPool:UserPool pool {"deletionProtection": "ACTIVE", "adminCreateUserConfig": {"allowAdminCreateUserOnly": false}, "emailConfiguration": {"emailSendingAccount": "DEVELOPER", "sourceArn": "@identity.arn"}, "signInPolicy": {"allowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}, "webAuthnConfiguration": {"relyingPartyId": "acme.test", "userVerification": "required"}, "schemas": [{"name": "email"}, {"name": "organizationId"}]}
        aws:sesv2/emailIdentity:EmailIdentity identity {"emailIdentity": "acme.test"}
        aws:cognito/userPoolClient:UserPoolClient web {"userPoolId": "@pool.id", "generateSecret": false, "allowedOauthFlows": ["code"], "explicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"], "callbackUrls": ["https://acme.test/callback"], "logoutUrls": ["https://acme.test/"], "preventUserExistenceErrors": "ENABLED", "enableTokenRevocation": true, "accessTokenValidity": 30, "idTokenValidity": 60, "refreshTokenValidity": 7, "tokenValidityUnits": {"accessToken": "minutes", "idToken": "minutes", "refreshToken": "days"}, "writeAttributes": ["email"]}
        """;

    private const string Server = """
        aws:cognito/userPoolClient:UserPoolClient server {"generateSecret": true, "allowedOauthFlows": ["client_credentials"], "explicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase(
                "Cognito.2",
                """aws:cognito/identityPool:IdentityPool guests {"allowUnauthenticatedIdentities": false}"""
            )
                .FailsWith("guests", "allowUnauthenticatedIdentities", "true")
                .PassesWith("guests", "allowUnauthenticatedIdentities", null)
                .CannotKnow("guests", "allowUnauthenticatedIdentities"),
            new RuleCase("cognito-user-existence", Web)
                .FailsWith("web", "preventUserExistenceErrors", "\"LEGACY\"")
                .FailsWith("web", "preventUserExistenceErrors", null)
                .CannotKnow("web", "preventUserExistenceErrors"),
            new RuleCase("cognito-token-revocation", Web)
                .FailsWith("web", "enableTokenRevocation", "false")
                .PassesWith("web", "enableTokenRevocation", null)
                .CannotKnow("web", "enableTokenRevocation"),
            new RuleCase("cognito-implicit-flow", Web)
                .FailsWith("web", "allowedOauthFlows", """["code", "implicit"]""")
                .PassesWith("web", "allowedOauthFlows", null)
                .CannotKnow("web", "allowedOauthFlows"),
            new RuleCase("cognito-public-client", Web)
                .FailsWith("web", "allowedOauthFlows", """["client_credentials"]""")
                .FailsWith("web", "explicitAuthFlows", """["ALLOW_USER_PASSWORD_AUTH"]""")
                .FailsWith("web", "explicitAuthFlows", """["ALLOW_USER_SRP_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"]""")
                .PassesWith("web", "generateSecret", null)
                .CannotKnow("web", "allowedOauthFlows")
                .CannotKnow("web", "explicitAuthFlows"),
            new RuleCase("cognito-browser-secret", Server)
                .FailsWith("server", "explicitAuthFlows", """["ALLOW_USER_SRP_AUTH"]""")
                .FailsWith("server", "explicitAuthFlows", """["ALLOW_USER_AUTH"]""")
                .CannotKnow("server", "generateSecret")
                .CannotKnow("server", "explicitAuthFlows"),
            new RuleCase("cognito-callback-https", Web)
                .FailsWith("web", "callbackUrls.0", "\"http://acme.test/callback\"")
                .FailsWith("web", "logoutUrls.0", "\"http://acme.test/\"")
                .FailsWith("web", "callbackUrls.0", "\"http://localhost.acme.test/\"")
                .PassesWith("web", "callbackUrls.0", "\"http://localhost:3000/callback\"")
                .PassesWith("web", "callbackUrls.0", "\"acme.app://callback\"")
                .CannotKnow("web", "callbackUrls.0"),
            new RuleCase("cognito-callback-localhost", Web)
                .FailsWith("web", "callbackUrls.0", "\"http://localhost:3000/callback\"")
                .FailsWith("web", "logoutUrls.0", "\"http://127.0.0.1/\"")
                .CannotKnow("web", "callbackUrls.0"),
            new RuleCase("cognito-token-lifetime", Web)
                .FailsWith("web", "accessTokenValidity", "61")
                .FailsWith("web", "accessTokenValidity", "4")
                .FailsWith("web", "idTokenValidity", "61")
                .FailsWith("web", "tokenValidityUnits", null)
                .FailsWith("web", "tokenValidityUnits.idToken", "\"days\"")
                .FailsWith("web", "tokenValidityUnits.accessToken", "\"seconds\"")
                .PassesWith("web", "accessTokenValidity", "0")
                .PassesAs(
                    "as AWS does by itself",
                    stack => stack.With("web", "accessTokenValidity", null).With("web", "idTokenValidity", null)
                )
                .CannotKnow("web", "idTokenValidity")
                .CannotKnow("web", "tokenValidityUnits.accessToken"),
            new RuleCase("cognito-refresh-lifetime", Web)
                .FailsWith("web", "refreshTokenValidity", "31")
                .FailsWith("web", "tokenValidityUnits.refreshToken", "\"minutes\"")
                .PassesWith("web", "refreshTokenValidity", "30")
                .PassesWith("web", "tokenValidityUnits", null)
                .CannotKnow("web", "refreshTokenValidity"),
            new RuleCase("cognito-write-attributes", Web)
                .FailsWith("web", "writeAttributes", null)
                .FailsWith("web", "writeAttributes", """["email", "custom:organizationId"]""")
                .CannotKnow("web", "writeAttributes"),
            new RuleCase("cognito-mail-sender", Web)
                .FailsWith("pool", "emailConfiguration.emailSendingAccount", "\"COGNITO_DEFAULT\"")
                .FailsWith("pool", "emailConfiguration", null)
                .CannotKnow("pool", "emailConfiguration"),
            new RuleCase("cognito-mail-region", Web)
                .FailsWith("identity", "region", "\"us-east-1\"")
                .FailsWith("pool", "region", "\"us-east-1\"")
                .FailsWith("pool", "emailConfiguration.sourceArn", "\"arn:aws:ses:us-west-2:111111111111:identity/acme.test\"")
                .PassesWith(
                    "pool",
                    "emailConfiguration.sourceArn",
                    "\"arn:aws:ses:ap-northeast-1:111111111111:identity/acme.test\""
                ),
            new RuleCase("cognito-passkeys", Web)
                .FailsWith("pool", "webAuthnConfiguration.userVerification", "\"preferred\"")
                .FailsWith("pool", "webAuthnConfiguration.relyingPartyId", null)
                .FailsWith("pool", "webAuthnConfiguration", null)
                .CannotKnow("pool", "webAuthnConfiguration.userVerification"),
        ];
}
