using Review.Cost.Usage;

namespace Review.Cost.Pricing;

/// <summary>Cognito: people by the plan of their pool, and machines.</summary>
internal static class IdentityPricing
{
    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new("aws:cognito/userPool:UserPool", Pool),
        new("aws:cognito/userPoolClient:UserPoolClient", Client),
    ];

    private static void Pool(Bill bill)
    {
        if (bill.Text("userPoolTier", "ESSENTIALS") is { } tier)
        {
            // Threat protection belongs to Plus, whatever the plan is called.
            if (bill["userPoolAddOns.advancedSecurityMode"].Text is "ENFORCED" or "AUDIT")
                tier = "PLUS";
            bill.Usage($"cognito-{tier.ToLowerInvariant()}", bill.Assume(UsageSettings.ActiveUsers), $"plan {tier}");
        }
        if (!bill["smsConfiguration"].IsMissing)
            bill.NotPriced("text messages", "their price depends on country and operator");
    }

    private static void Client(Bill bill)
    {
        if (bill["allowedOauthFlows"].IsUnknown)
            bill.NotKnown("allowedOauthFlows");
        else if (bill["allowedOauthFlows"].Texts.Contains("client_credentials"))
        {
            bill.Fixed("cognito-machine-client", 1, "signs in without a person");
            bill.Usage("cognito-machine-tokens", bill.Assume(UsageSettings.MachineTokens));
        }
        else
            bill.Free("its users are paid with their pool");
    }
}
