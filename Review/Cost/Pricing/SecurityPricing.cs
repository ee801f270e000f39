using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>Keys, secrets, web ACLs, and the services that watch an account.</summary>
internal static class SecurityPricing
{
    // A key is charged for the material of its first two rotations only.
    private const decimal PaidRotations = 2;

    // Groups of AWS that cost more than a rule, and more by the request.
    private static readonly string[] PaidGroups =
    [
        "AWSManagedRulesBotControlRuleSet",
        "AWSManagedRulesATPRuleSet",
        "AWSManagedRulesACFPRuleSet",
        "AWSManagedRulesAntiDDoSRuleSet",
    ];

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Tokens.Key, Key),
        new("aws:kms/replicaKey:ReplicaKey", static bill => bill.Fixed("kms-key", 1)),
        new(Tokens.Secret, Secret),
        new(Tokens.Parameter, Parameter),
        new("aws:wafv2/webAcl:WebAcl", WebAcl),
        new("aws:cfg/recorder:Recorder", static bill => bill.Usage("config-item", bill.Assume(UsageSettings.ConfigItems))),
        new(
            "aws:securityhub/account:Account",
            static bill => bill.Usage("securityhub-check", bill.Assume(UsageSettings.SecurityChecks))
        ),
        new(Tokens.Trail, Trail),
    ];

    private static void Key(Bill bill)
    {
        bill.Fixed("kms-key", 1);
        if (bill["enableKeyRotation"].Bool == true)
            bill.Usage("kms-rotation", Math.Min(PaidRotations, bill.Assume(UsageSettings.KeyRotations)));
        if (bill.Text("customerMasterKeySpec", "SYMMETRIC_DEFAULT") is { } spec && spec != "SYMMETRIC_DEFAULT")
            bill.NotPriced("requests", $"the price book has no requests of {spec} keys");
        else
            bill.Usage("kms-requests", bill.Assume(UsageSettings.KeyRequests));
    }

    private static void Secret(Bill bill)
    {
        if (bill["replicas"].IsUnknown)
            bill.NotKnown("replicas");
        var replicas = bill["replicas"].Items.Count();
        bill.Fixed("secret", 1 + replicas, replicas == 0 ? null : "each replica counts");
        bill.Usage("secret-calls", bill.Assume(UsageSettings.SecretCalls));
    }

    private static void Parameter(Bill bill)
    {
        switch (bill.Text("tier", "Standard"))
        {
            case "Standard":
                bill.Free("standard parameters cost nothing");
                break;
            case "Advanced":
                bill.Fixed("ssm-advanced", 1);
                break;
            case { } other:
                bill.NotPriced("all of it", $"what the tier {other} makes of it depends on its value");
                break;
        }
    }

    private static void WebAcl(Bill bill)
    {
        bill.Fixed("waf-acl", 1);
        if (bill["rules"].IsUnknown)
            bill.NotKnown("rules");
        else
            bill.Fixed("waf-rule", bill["rules"].Items.Count());
        foreach (var rule in bill["rules"].Items)
            Managed(bill, rule["statement.managedRuleGroupStatement"]);
        bill.Usage("waf-requests", bill.Assume(UsageSettings.Requests));
    }

    private static void Managed(Bill bill, Value group)
    {
        var (vendor, name) = (Bill.Plain(group["vendorName"]), Bill.Plain(group["name"]));
        if (group.IsMissing || name is null)
            return;
        if (vendor is not (null or "AWS"))
            bill.NotPriced(name, $"rule groups of {vendor} have their own price on the AWS Marketplace");
        if (!PaidGroups.Contains(name))
            return;
        bill.Fixed("waf-managed-extra", 1, name);
        bill.NotPriced(name, "the price book has no price for the requests it inspects");
    }

    private static void Trail(Bill bill)
    {
        if (bill["eventSelectors"].IsEmpty && bill["advancedEventSelectors"].IsEmpty && bill["insightSelectors"].IsEmpty)
            bill.Free("the first copy of management events costs nothing; the bucket is priced itself");
        else
            bill.NotPriced("events", "the price book has no data events and no insights");
    }
}
