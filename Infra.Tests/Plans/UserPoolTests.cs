using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests.Plans;

/// <summary>How people sign in to each stack that has users, cell by cell as its requirements say.</summary>
public sealed partial class UserPoolTests
{
    private const string None = "-";

    // {host} is the host people use. What is not in the table of a system is AWS's own default, and not set.
    private const string Table = """
        |                      | web-platform-dev                           | web-platform-prod       | taskflow-dev             | taskflow-staging         | taskflow-prod            | neuraknot-dev | neuraknot-prod |
        | pool                 | web-platform-dev-users                     | web-platform-prod-users | taskflow-dev             | taskflow-stg             | taskflow-prod            | neuraKnot-dev-user-pool | neuraKnot-prod-user-pool |
        | signs in by          | email                                      | email                   | email                    | email                    | email                    | user name, email | user name, email |
        | signs up             | by invitation                              | by invitation           | alone                    | alone                    | alone                    | alone | alone |
        | verified             | email                                      | email                   | email                    | email                    | email                    | email | email |
        | password             | 12 a A 1 #                                 | 12 a A 1 #              | 12 a A 1 #               | 12 a A 1 #               | 12 a A 1 #               | 8 a A 1 # | 8 a A 1 # |
        | temporary password   | 7 days                                     | 7 days                  | 3 days                   | 3 days                   | 3 days                   | 7 days | 7 days |
        | second factor        | OPTIONAL app                               | ON app                  | OPTIONAL app             | OPTIONAL app             | OPTIONAL app             | OPTIONAL app | OPTIONAL app |
        | threat protection    | AUDIT                                      | ENFORCED                | ENFORCED                 | ENFORCED                 | ENFORCED                 | OFF | OFF |
        | … custom challenges  | AUDIT                                      | ENFORCED                | ENFORCED                 | ENFORCED                 | ENFORCED                 | - | - |
        | stolen passwords     | BLOCK                                      | BLOCK                   | BLOCK                    | BLOCK                    | BLOCK                    | - | - |
        | low risk             | NO_ACTION                                  | NO_ACTION               | NO_ACTION                | NO_ACTION                | NO_ACTION                | - | - |
        | medium risk          | MFA_IF_CONFIGURED                          | MFA_IF_CONFIGURED       | MFA_IF_CONFIGURED        | MFA_IF_CONFIGURED        | MFA_IF_CONFIGURED        | - | - |
        | high risk            | MFA_REQUIRED                               | MFA_REQUIRED            | MFA_REQUIRED             | MFA_REQUIRED             | MFA_REQUIRED             | - | - |
        | plan                 | PLUS                                       | PLUS                    | PLUS                     | PLUS                     | PLUS                     | ESSENTIALS | ESSENTIALS |
        | groups               | admin 1, user 10                           | admin 1, user 10        | -                        | -                        | -                        | - | - |
        | required             | email                                      | email                   | email                    | email                    | email                    | email | email |
        | may be left out      | -                                          | -                       | given_name, family_name, organizationId | given_name, family_name, organizationId | given_name, family_name, organizationId | name, picture | name, picture |
        | cannot be changed    | -                                          | -                       | -                        | -                        | -                        | - | - |
        | devices              | -                                          | -                       | challenge, ask           | challenge, ask           | challenge, ask           | - | - |
        | recovery             | 1 verified_email                           | 1 verified_email        | 1 verified_email         | 1 verified_email         | 1 verified_email         | 1 verified_email | 1 verified_email |
        | deletion             | INACTIVE                                   | ACTIVE protect retain   | INACTIVE                 | ACTIVE protect retain    | ACTIVE protect retain    | INACTIVE | ACTIVE protect retain |
        | first factors        | -                                          | -                       | PASSWORD, WEB_AUTHN      | PASSWORD, WEB_AUTHN      | PASSWORD, WEB_AUTHN      | - | - |
        | passkeys             | -                                          | -                       | {host} required          | {host} required          | {host} required          | - | - |
        | mail                 | COGNITO_DEFAULT                            | COGNITO_DEFAULT         | DEVELOPER TaskFlow <noreply@{host}> | DEVELOPER TaskFlow <noreply@{host}> | DEVELOPER TaskFlow <noreply@{host}> | COGNITO_DEFAULT | COGNITO_DEFAULT |
        | pages                | web-platform-dev-# v2                      | web-platform-prod-# v2  | taskflow-dev-# v2        | taskflow-stg-# v2        | taskflow-prod-# v2       | neuraknot-dev-# v2 | neuraknot-prod-# v2 |
        | web                  | web-platform-dev-users-web                 | web-platform-prod-users-web | taskflow-dev-web     | taskflow-stg-web         | taskflow-prod-web        | neuraKnot-dev-user-pool-web | neuraKnot-prod-user-pool-web |
        | web grants           | code                                       | code                    | code                     | code                     | code                     | code | code |
        | web flows            | REFRESH_TOKEN_AUTH, USER_SRP_AUTH          | REFRESH_TOKEN_AUTH, USER_SRP_AUTH | CUSTOM_AUTH, REFRESH_TOKEN_AUTH, USER_AUTH, USER_SRP_AUTH | CUSTOM_AUTH, REFRESH_TOKEN_AUTH, USER_AUTH, USER_SRP_AUTH | CUSTOM_AUTH, REFRESH_TOKEN_AUTH, USER_AUTH, USER_SRP_AUTH | REFRESH_TOKEN_AUTH, USER_SRP_AUTH | REFRESH_TOKEN_AUTH, USER_SRP_AUTH |
        | web tokens           | 60 60 minutes 30 days                      | 60 60 minutes 30 days   | 30 30 minutes 7 days     | 30 30 minutes 7 days     | 30 30 minutes 7 days     | 60 60 minutes 30 days | 60 60 minutes 30 days |
        | web scopes           | email, openid, profile                     | email, openid, profile  | email, openid, profile   | email, openid, profile   | email, openid, profile   | email, openid, profile | email, openid, profile |
        | web callbacks        | https://{host}/auth/callback, http://localhost:3000/auth/callback | https://{host}/auth/callback | https://{host}/auth/callback | https://{host}/auth/callback | https://{host}/auth/callback | https://{host}/auth/callback, http://localhost:3000/auth/callback | https://{host}/auth/callback |
        | web logouts          | https://{host}/, http://localhost:3000     | https://{host}/         | https://{host}/          | https://{host}/          | https://{host}/          | https://{host}/, http://localhost:3000/ | https://{host}/ |
        | web sets             | -                                          | -                       | email, family_name, given_name | email, family_name, given_name | email, family_name, given_name | - | - |
        | web protection       | no secret, ENABLED, revoked                | no secret, ENABLED, revoked | no secret, ENABLED, revoked | no secret, ENABLED, revoked | no secret, ENABLED, revoked | no secret, ENABLED, revoked | no secret, ENABLED, revoked |
        | m2m                  | web-platform-dev-users-m2m                 | web-platform-prod-users-m2m | -                    | -                        | -                        | - | - |
        | m2m grants           | client_credentials                         | client_credentials      | -                        | -                        | -                        | - | - |
        | m2m scopes           | api/read, api/write                        | api/read, api/write     | -                        | -                        | -                        | - | - |
        | m2m protection       | secret, ENABLED, revoked                   | secret, ENABLED, revoked | -                       | -                        | -                        | - | - |
        | records              | userAuthEvents, userNotification           | userAuthEvents, userNotification | userAuthEvents, userNotification | userAuthEvents, userNotification | userAuthEvents, userNotification | userNotification | userNotification |
        """;

    private static readonly string[][] Cells =
    [
        .. Table.Split('\n').Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray()),
    ];

    private static string[] Stacks() => Cells[0][1..];

    private static IEnumerable<string> Rows() => Cells[1..].Select(row => row[0]);

    [TestCaseSource(nameof(Rows))]
    public async Task The_row_is_as_required_in_every_stack(string row)
    {
        var read = new List<string>();
        foreach (var stack in Stacks())
            read.Add(Read(await PlannedStack.OfAsync(stack))[row]);

        Assert.That(read, Is.EqualTo(Cells.Single(cells => cells[0] == row)[1..]));
    }

    [Test]
    public async Task Every_stack_with_users_is_in_the_table()
    {
        var with = new List<string>();
        foreach (var stack in PlannedStack.Files)
            if ((await PlannedStack.OfAsync(stack)).All("aws:cognito/userPool:UserPool").Any())
                with.Add(stack);

        Assert.That(with, Is.EquivalentTo(Stacks()));
    }

    private static Dictionary<string, string> Read(PlannedStack plan)
    {
        var pool = plan.One("aws:cognito/userPool:UserPool");
        var risks = plan.All("aws:cognito/riskConfiguration:RiskConfiguration").SingleOrDefault();
        var place = plan.One("aws:cognito/userPoolDomain:UserPoolDomain");
        var schema = pool.Input("schemas")!.AsArray().Select(attribute => attribute!).ToList();
        string Risk(string level) => risks?.Text($"accountTakeoverRiskConfiguration.actions.{level}Action.eventAction") ?? None;
        var rows = new Dictionary<string, string>
        {
            ["pool"] = pool.Text("name")!,
            ["signs in by"] = pool.Input("aliasAttributes") is { } aliases
                ? $"user name, {List(aliases)}"
                : List(pool.Input("usernameAttributes")),
            ["signs up"] = (bool)pool.Input("adminCreateUserConfig.allowAdminCreateUserOnly")! ? "by invitation" : "alone",
            ["verified"] = List(pool.Input("autoVerifiedAttributes")),
            ["password"] =
                $"{pool.Text("passwordPolicy.minimumLength")}{Class(pool, "Lowercase", "a")}{Class(pool, "Uppercase", "A")}"
                + $"{Class(pool, "Numbers", "1")}{Class(pool, "Symbols", "#")}",
            ["temporary password"] = $"{pool.Text("passwordPolicy.temporaryPasswordValidityDays")} days",
            ["second factor"] =
                $"{pool.Text("mfaConfiguration")}{(pool.Text("softwareTokenMfaConfiguration.enabled") == "true" ? " app" : "")}"
                + (pool.Input("smsConfiguration") is null ? "" : " SMS"),
            ["threat protection"] = pool.Text("userPoolAddOns.advancedSecurityMode") ?? None,
            ["… custom challenges"] = pool.Text("userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode") ?? None,
            ["stolen passwords"] = risks?.Text("compromisedCredentialsRiskConfiguration.actions.eventAction") ?? None,
            ["low risk"] = Risk("low"),
            ["medium risk"] = Risk("medium"),
            ["high risk"] = Risk("high"),
            ["plan"] = pool.Text("userPoolTier")!,
            ["groups"] = Join(
                plan.All("aws:cognito/userGroup:UserGroup").Select(group => $"{group.Text("name")} {group.Text("precedence")}")
            ),
            ["required"] = Join(schema.Where(a => (bool)a["required"]!).Select(a => (string)a["name"]!)),
            ["may be left out"] = Join(schema.Where(a => !(bool)a["required"]!).Select(a => (string)a["name"]!)),
            ["cannot be changed"] = Join(schema.Where(a => !(bool)a["mutable"]!).Select(a => (string)a["name"]!)),
            ["devices"] = Join(
                new[] { ("challengeRequiredOnNewDevice", "challenge"), ("deviceOnlyRememberedOnUserPrompt", "ask") }
                    .Where(says => pool.Text($"deviceConfiguration.{says.Item1}") == "true")
                    .Select(says => says.Item2)
            ),
            ["recovery"] = Join(
                pool.Input("accountRecoverySetting.recoveryMechanisms")!
                    .AsArray()
                    .Select(mechanism => $"{mechanism!["priority"]} {mechanism["name"]}")
            ),
            ["deletion"] =
                $"{pool.Text("deletionProtection")}{(pool.State.Protect ? " protect" : "")}{(pool.State.RetainOnDelete ? " retain" : "")}",
            ["first factors"] = List(pool.Input("signInPolicy.allowedFirstAuthFactors")),
            ["passkeys"] = pool.Input("webAuthnConfiguration") is null
                ? None
                : $"{pool.Text("webAuthnConfiguration.relyingPartyId")} {pool.Text("webAuthnConfiguration.userVerification")}",
            ["mail"] =
                $"{pool.Text("emailConfiguration.emailSendingAccount")} {pool.Text("emailConfiguration.fromEmailAddress")}".Trim(),
            ["pages"] = $"{Digits().Replace(place.Text("domain")!, "-#")} v{place.Text("managedLoginVersion")}",
            ["records"] = Join(
                plan.All("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration")
                    .SelectMany(logs => logs.Input("logConfigurations")!.AsArray())
                    .Select(log => (string)log!["eventSource"]!)
                    .Order(StringComparer.Ordinal)
            ),
        };
        foreach (var role in new[] { "web", "m2m" })
        foreach (var (key, value) in Client(plan, role))
            rows[key] = value;
        var host =
            plan.All("aws:cloudfront/distribution:Distribution").SelectMany(cdn => cdn.Input("aliases").Texts()).SingleOrDefault()
            ?? plan.One("aws:acm/certificate:Certificate").Text("domainName")!;
        return rows.ToDictionary(row => row.Key, row => row.Value.Replace(host, "{host}", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Key, string Value)> Client(PlannedStack plan, string role)
    {
        var client = plan.All("aws:cognito/userPoolClient:UserPoolClient").SingleOrDefault(c => c.Name.EndsWith($"-{role}"));
        string Said(Func<Planned, string> what) => client is null ? None : what(client);
        yield return (role, Said(c => c.Text("name")!));
        yield return ($"{role} grants", Said(c => List(c.Input("allowedOauthFlows"))));
        yield return (
            $"{role} flows",
            Said(c => Join(c.Input("explicitAuthFlows").Texts().Select(flow => flow["ALLOW_".Length..])))
        );
        yield return (
            $"{role} tokens",
            Said(c =>
                $"{c.Text("accessTokenValidity")} {c.Text("idTokenValidity")} {c.Text("tokenValidityUnits.accessToken")} "
                + $"{c.Text("refreshTokenValidity")} {c.Text("tokenValidityUnits.refreshToken")}"
            )
        );
        yield return ($"{role} scopes", Said(c => List(c.Input("allowedOauthScopes"))));
        yield return ($"{role} callbacks", Said(c => List(c.Input("callbackUrls"))));
        yield return ($"{role} logouts", Said(c => List(c.Input("logoutUrls"))));
        yield return ($"{role} sets", Said(c => List(c.Input("writeAttributes"))));
        yield return (
            $"{role} protection",
            Said(c =>
                $"{((bool)c.Input("generateSecret")! ? "secret" : "no secret")}, {c.Text("preventUserExistenceErrors")}, "
                + ((bool)c.Input("enableTokenRevocation")! ? "revoked" : "never revoked")
            )
        );
    }

    private static string Class(Planned pool, string name, string sign) =>
        (bool)pool.Input($"passwordPolicy.require{name}")! ? $" {sign}" : "";

    private static string List(JsonNode? node) => Join(node.Texts());

    private static string Join(IEnumerable<string> texts) => string.Join(", ", texts) is { Length: > 0 } list ? list : None;

    [GeneratedRegex("-[0-9a-f]{8}$")]
    private static partial Regex Digits();
}
