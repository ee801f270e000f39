using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>User pools of Cognito: how hard it is to get into somebody's account.</summary>
internal sealed class UserPoolRules : GuardrailTable
{
    private const int ShortestPassword = 8;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("Cognito.1", Grade.Medium, UserPools.Type, "Threat protection acts on sign-ins that look wrong")
            {
                Reason =
                    "Stolen passwords are tried in thousands of accounts; nothing stops it where threat protection is off, or only counts.",
                Fix =
                    "Set userPoolAddOns.advancedSecurityMode: ENFORCED and userPoolTier: PLUS, which is paid for each active user.",
                Also = ["AwsSolutions-COG8"],
                Check = pool => pool.IsOneOf("userPoolAddOns.advancedSecurityMode", "ENFORCED"),
            },
            new("cognito-plus-tier", Grade.High, UserPools.Type, "Pools with threat protection have the Plus tier")
            {
                Reason = "AWS refuses threat protection in the other tiers, in the middle of a deployment.",
                Fix = "Set userPoolTier: PLUS, or advancedSecurityMode: OFF.",
                When = UserPools.WatchesThreats,
                Check = pool => pool.IsOneOf("userPoolTier", "PLUS"),
            },
            new("Cognito.3", Grade.Medium, UserPools.Type, "Passwords are long and of all kinds of characters")
            {
                Reason = "Short passwords are guessed from a leaked list in minutes.",
                Fix = $"Set passwordPolicy: minimumLength {ShortestPassword} or more (12 is better) and the four require… true.",
                Also = ["AwsSolutions-COG1"],
                Check = pool =>
                    pool.AtLeast("passwordPolicy.minimumLength", ShortestPassword)
                    & pool.Is("passwordPolicy.requireLowercase", true)
                    & pool.Is("passwordPolicy.requireUppercase", true)
                    & pool.Is("passwordPolicy.requireNumbers", true)
                    & pool.Is("passwordPolicy.requireSymbols", true),
            },
            new("cognito-temporary-password", Grade.Low, UserPools.Type, "First passwords run out within a week")
            {
                Reason = "They stand in mail boxes, and whoever finds one is the user.",
                Fix = "Set passwordPolicy.temporaryPasswordValidityDays to 7 or less.",
                Check = pool => pool.AtMost("passwordPolicy.temporaryPasswordValidityDays", 7, absent: 7),
            },
            new("Cognito.4", Grade.Medium, UserPools.Type, "Threat protection acts on custom sign-ins too")
            {
                Reason = "Attackers take the flow that nobody watches.",
                Fix = "Set userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode: ENFORCED.",
                When = pool => pool["userPoolAddOns.advancedSecurityMode"].Text == "ENFORCED",
                Check = pool => pool.IsOneOf("userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode", "ENFORCED"),
            },
            new("Cognito.5", Grade.Medium, UserPools.Type, "A second factor is asked for, or offered")
            {
                Reason = "A password alone is one leak away from the account.",
                Fix = "Set mfaConfiguration: ON, or OPTIONAL where users decide, and softwareTokenMfaConfiguration.enabled.",
                Also = ["AwsSolutions-COG2"],
                Check = pool =>
                    pool.IsOneOf("mfaConfiguration", "ON", "OPTIONAL")
                    & Verdict.Of(
                        pool["softwareTokenMfaConfiguration.enabled"].IsUnknown
                            || pool["softwareTokenMfaConfiguration.enabled"].Bool == true
                            || !pool["emailMfaConfiguration"].IsEmpty,
                        "softwareTokenMfaConfiguration.enabled: got no second factor but SMS, want true"
                    ),
            },
            new("cognito-sms", Grade.Medium, UserPools.Type, "No code is sent by SMS")
            {
                Reason = "Phone numbers are taken over, and every SMS costs: attackers make pools send thousands of them abroad.",
                Fix = "Leave smsConfiguration out; use softwareTokenMfaConfiguration or passkeys.",
                Check = pool =>
                    pool.IsUnset("smsConfiguration")
                    & pool.Ask("autoVerifiedAttributes", names => !names.Texts.Contains("phone_number"), "no phone_number"),
            },
            new("Cognito.6", Grade.Medium, UserPools.Type, "User pools cannot be deleted by accident")
            {
                Reason = "Users and their passwords cannot be restored: everybody signs up again.",
                Fix = "Set deletionProtection: ACTIVE. Before a wanted deletion it must be switched off by a deployment.",
                Check = pool => pool.IsOneOf("deletionProtection", "ACTIVE"),
            },
            new(
                "cognito-compromised-passwords",
                Grade.Medium,
                UserPools.Type,
                "Passwords that are known to be stolen are refused"
            )
            {
                Reason = "Threat protection that knows a password is for sale lets it in else.",
                Fix = "Add cognito.RiskConfiguration with compromisedCredentialsRiskConfiguration.actions.eventAction: BLOCK.",
                When = UserPools.WatchesThreats,
                Check = BlocksStolenPasswords,
            },
            new("cognito-web-acl", Grade.Medium, UserPools.Type, "Pools where anybody may sign up have a web ACL")
            {
                Reason =
                    "Their address is public: accounts are made and passwords tried as fast as the quota of the account allows.",
                Fix = "Add wafv2.WebAclAssociation with resourceArn of the pool; a rate-based rule is enough to begin with.",
                When = pool => pool["adminCreateUserConfig.allowAdminCreateUserOnly"].Bool != true,
                Check = pool =>
                    Verdict.Of(
                        pool.ReferredBy("aws:wafv2/webAclAssociation:WebAclAssociation", "resourceArn").Any(),
                        "got no web ACL association with it, want one that has resourceArn of this pool"
                    ),
            },
            new("cognito-sign-up", Grade.Low, UserPools.Type, "It is decided whether anybody may sign up")
            {
                Reason = "The default lets everybody in; for an inner system that is a hole.",
                Fix = "Set adminCreateUserConfig.allowAdminCreateUserOnly, to true or to false.",
                Check = pool =>
                    pool.Ask(
                        "adminCreateUserConfig.allowAdminCreateUserOnly",
                        value => value.Bool is not null,
                        "true or false, said"
                    ),
            },
            new("cognito-verified-changes", Grade.Medium, UserPools.Type, "A new mail address counts only when it is proved")
            {
                Reason = "Whoever gets at a session for a minute writes his own address in, and resets the password at leisure.",
                Fix = "Set userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates: email.",
                When = pool => pool["autoVerifiedAttributes"].Texts.Contains("email"),
                Check = pool =>
                    pool.Ask(
                        "userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates",
                        names => names.Texts.Contains("email"),
                        "email"
                    ),
            },
            new("cognito-recovery", Grade.Medium, UserPools.Type, "Forgotten passwords are reset by mail, or by an administrator")
            {
                Reason = "Phone numbers are taken over at the operator, and the account with them.",
                Fix = "Set accountRecoverySetting.recoveryMechanisms: verified_email or admin_only.",
                Check = pool =>
                    pool.Ask(
                        "accountRecoverySetting.recoveryMechanisms",
                        ways => ways.Items.Any() && ways.Items.All(way => way["name"].Text is "verified_email" or "admin_only"),
                        "verified_email or admin_only alone"
                    ),
            },
            new("cognito-name-case", Grade.Low, UserPools.Type, "Names to sign in with do not depend on letter case")
            {
                Reason = "Two accounts that look the same are taken for each other; it can be set only when the pool is made.",
                Fix = "Set usernameConfiguration.caseSensitive: false. For an existing pool this is a new pool without users.",
                Check = pool => pool.Is("usernameConfiguration.caseSensitive", false, absent: true),
            },
            new(
                "cognito-logs",
                Grade.Low,
                UserPools.Type,
                "Pools log mail that does not arrive, and sign-ins where they watch them"
            )
            {
                Reason = "Users who get no code, and attacks, leave no trace else.",
                Fix = "Add cognito.LogDeliveryConfiguration of userNotification, and with the Plus tier of userAuthEvents.",
                Check = Logs,
            },
        ];

    private static Verdict BlocksStolenPasswords(Resource pool)
    {
        var risks = pool.ReferredBy("aws:cognito/riskConfiguration:RiskConfiguration", "userPoolId").ToList();
        const string path = "compromisedCredentialsRiskConfiguration.actions.eventAction";
        return Verdict.Any(
            risks.Select(risk => risk.Ask(path, action => action.Text == "BLOCK", "BLOCK")),
            "got no RiskConfiguration of this pool, want one that blocks compromised credentials"
        );
    }

    private static Verdict Logs(Resource pool)
    {
        var configurations = pool.ReferredBy("aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration", "userPoolId")
            .Select(delivery => delivery["logConfigurations"])
            .ToList();
        var sources = configurations.SelectMany(logs => logs.Items).Select(log => log["eventSource"].Text).ToHashSet();
        string[] wanted = pool.WatchesThreats() ? ["userNotification", "userAuthEvents"] : ["userNotification"];
        return configurations.Aggregate(
            Verdict.Of(
                wanted.All(sources.Contains),
                $"got no log delivery of {string.Join(" and ", wanted.Where(source => !sources.Contains(source)))}, want one"
            ),
            (verdict, logs) => verdict.UnlessUnknown(logs, "logConfigurations")
        );
    }
}
