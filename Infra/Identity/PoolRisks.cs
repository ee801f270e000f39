using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;

namespace Infra.Identity;

/// <summary>Says what Cognito does about a sign-in that looks like an attack, for all applications of the pool.</summary>
internal static class PoolRisks
{
    private const string NoAction = "NO_ACTION";

    /// <summary>The risk configuration.</summary>
    public static void Make(string name, CognitoPoolArgs args, UserPool pool, Resource parent)
    {
        // Without SES Cognito has nobody in whose name to write.
        var notify = args.Threats.Notify && args.Mail is not null;
        var takeover = new RiskConfigurationAccountTakeoverRiskConfigurationArgs
        {
            Actions = new RiskConfigurationAccountTakeoverRiskConfigurationActionsArgs
            {
                // A new browser is a little risk already: nobody would read the mails.
                LowAction = new RiskConfigurationAccountTakeoverRiskConfigurationActionsLowActionArgs
                {
                    EventAction = NoAction,
                    Notify = false,
                },
                MediumAction = new RiskConfigurationAccountTakeoverRiskConfigurationActionsMediumActionArgs
                {
                    EventAction = args.Mfa == PoolMfa.Off ? NoAction : "MFA_IF_CONFIGURED",
                    Notify = notify,
                },
                HighAction = new RiskConfigurationAccountTakeoverRiskConfigurationActionsHighActionArgs
                {
                    EventAction =
                        args.Mfa != PoolMfa.Off && args.Threats.HighRisk == HighRiskAction.MfaRequired ? "MFA_REQUIRED" : "BLOCK",
                    Notify = notify,
                },
            },
        };
        if (notify)
            takeover.NotifyConfiguration = new RiskConfigurationAccountTakeoverRiskConfigurationNotifyConfigurationArgs
            {
                SourceArn = args.Mail!.IdentityArn,
                From = args.Mail.Address,
            };
        _ = new RiskConfiguration(
            $"{name}-risks",
            new()
            {
                UserPoolId = pool.Id,
                CompromisedCredentialsRiskConfiguration = new RiskConfigurationCompromisedCredentialsRiskConfigurationArgs
                {
                    EventFilters = ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"],
                    Actions = new RiskConfigurationCompromisedCredentialsRiskConfigurationActionsArgs { EventAction = "BLOCK" },
                },
                AccountTakeoverRiskConfiguration = takeover,
            },
            new() { Parent = parent }
        );
    }
}
