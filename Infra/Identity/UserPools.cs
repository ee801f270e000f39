using Infra.Naming;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;

namespace Infra.Identity;

/// <summary>Makes the pool itself.</summary>
internal static class UserPools
{
    private const string Email = "email";

    /// <summary>The pool, with leave for the functions that it asks.</summary>
    public static UserPool Make(string name, CognitoPoolArgs args, Resource parent)
    {
        var pool = new UserPool(
            $"{name}-pool",
            Args(args),
            // A pool that is taken out of the program must not take its users along.
            new()
            {
                Parent = parent,
                Protect = args.Protect,
                RetainOnDelete = args.Protect,
            }
        );
        PoolTriggers.Permit(name, args.Triggers, pool, parent);
        return pool;
    }

    private static UserPoolArgs Args(CognitoPoolArgs args)
    {
        var made = new UserPoolArgs
        {
            Name = NameRule.UserPool.Check(args.PoolName),
            UserPoolTier = FeaturePlans.Tier(args.Plan ?? FeaturePlans.Needed(args)),
            DeletionProtection = args.Protect ? "ACTIVE" : "INACTIVE",
            AutoVerifiedAttributes = Email,
            // Ann@example.com and ann@example.com are one person.
            UsernameConfiguration = new UserPoolUsernameConfigurationArgs { CaseSensitive = false },
            AdminCreateUserConfig = new UserPoolAdminCreateUserConfigArgs { AllowAdminCreateUserOnly = !args.SelfSignUp },
            // A new address counts only when it is confirmed: whoever mistypes it keeps the account.
            UserAttributeUpdateSettings = new UserPoolUserAttributeUpdateSettingsArgs
            {
                AttributesRequireVerificationBeforeUpdates = Email,
            },
            PasswordPolicy = Password(args.Password),
            MfaConfiguration = args.Mfa switch
            {
                PoolMfa.Required => "ON",
                PoolMfa.Optional => "OPTIONAL",
                _ => "OFF",
            },
            AccountRecoverySetting = new UserPoolAccountRecoverySettingArgs
            {
                RecoveryMechanisms = new UserPoolAccountRecoverySettingRecoveryMechanismArgs
                {
                    Name = "verified_email",
                    Priority = 1,
                },
            },
            Schemas = args.Attributes.Select(PoolSchema.Of).ToArray(),
            EmailConfiguration = Mail(args.Mail),
            UserPoolAddOns = AddOns(args.Threats),
            Tags = args.Context.Label.NameTag("users"),
        };
        if (PoolTriggers.Config(args.Triggers) is { } triggers)
            made.LambdaConfig = triggers;
        if (args.SignInName == SignInName.Email)
            made.UsernameAttributes = Email;
        else
            made.AliasAttributes = Email;
        if (args.Mfa != PoolMfa.Off)
            made.SoftwareTokenMfaConfiguration = new UserPoolSoftwareTokenMfaConfigurationArgs { Enabled = true };
        if (args.Devices is { } devices)
            made.DeviceConfiguration = new UserPoolDeviceConfigurationArgs
            {
                ChallengeRequiredOnNewDevice = devices.ChallengeNewDevices,
                DeviceOnlyRememberedOnUserPrompt = devices.AskUser,
            };
        if (args.Passkeys is { } passkeys)
        {
            made.SignInPolicy = new UserPoolSignInPolicyArgs { AllowedFirstAuthFactors = ["PASSWORD", "WEB_AUTHN"] };
            made.WebAuthnConfiguration = new UserPoolWebAuthnConfigurationArgs
            {
                RelyingPartyId = args.RelyingParty!,
                UserVerification = Word.Of(passkeys.UserVerification),
            };
        }
        return made;
    }

    private static UserPoolPasswordPolicyArgs Password(PasswordPolicy policy)
    {
        var made = new UserPoolPasswordPolicyArgs
        {
            MinimumLength = policy.MinimumLength,
            RequireLowercase = true,
            RequireUppercase = true,
            RequireNumbers = true,
            RequireSymbols = true,
            TemporaryPasswordValidityDays = policy.TemporaryDays,
        };
        if (policy.HistorySize > 0) // the plan Lite does not even take a 0
            made.PasswordHistorySize = policy.HistorySize;
        return made;
    }

    private static UserPoolEmailConfigurationArgs Mail(PoolMail? mail)
    {
        if (mail is null)
            return new() { EmailSendingAccount = "COGNITO_DEFAULT" };
        var made = new UserPoolEmailConfigurationArgs
        {
            EmailSendingAccount = "DEVELOPER",
            SourceArn = mail.IdentityArn,
            FromEmailAddress = mail.From,
        };
        if (mail.ConfigurationSet is { } set)
            made.ConfigurationSet = set;
        return made;
    }

    private static UserPoolUserPoolAddOnsArgs AddOns(PoolThreats threats)
    {
        var mode = Word.Of(threats.Mode).ToUpperInvariant();
        var made = new UserPoolUserPoolAddOnsArgs { AdvancedSecurityMode = mode };
        if (threats.Mode != ThreatProtection.Off)
            // Sign-ins with challenges of our own are watched only when said so.
            made.AdvancedSecurityAdditionalFlows = new UserPoolUserPoolAddOnsAdvancedSecurityAdditionalFlowsArgs
            {
                CustomAuthMode = mode,
            };
        return made;
    }
}
