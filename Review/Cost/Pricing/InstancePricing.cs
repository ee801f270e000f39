using Review.Cost.Usage;
using Review.Model;

namespace Review.Cost.Pricing;

/// <summary>EC2: instances, alone and in groups, and their volumes.</summary>
internal static class InstancePricing
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Provider = "aws:ecs/capacityProvider:CapacityProvider";
    private const string Service = "aws:ecs/service:Service";

    // Metrics of an instance with detailed monitoring, each charged as a custom metric.
    private const int DetailedMetrics = 7;

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Group, GroupOf),
        new("aws:ec2/instance:Instance", One),
        new("aws:ebs/volume:Volume", static bill => Volume(bill, new Value(bill.Resource.State.Inputs), "type", "size", 1)),
    ];

    private static void GroupOf(Bill bill)
    {
        if (bill.Resource.Linked("launchTemplate", Template).FirstOrDefault() is not { } template)
        {
            bill.NotPriced("instances", "its launch template is not of this stack");
            return;
        }
        var (planned, why) = Planned(bill);
        var count = bill.Assume(UsageSettings.Instances, planned: planned, why: why);
        Instances(bill, template, count);
        foreach (var device in template["blockDeviceMappings"].Items)
            if (!device["ebs"].IsMissing)
                Volume(bill, device["ebs"], "volumeType", "volumeSize", count);
    }

    // A group that ECS scales is empty in the plan, and has room for the tasks of its services when it runs.
    private static (decimal Count, string Why) Planned(Bill bill)
    {
        var wanted = (decimal)(bill["desiredCapacity"].Number ?? 0);
        var least = (decimal)(bill["minSize"].Number ?? 0);
        var tasks = bill
            .Resource.LinkedBy(Provider, "autoScalingGroupProvider")
            .SelectMany(provider => bill.Stack.All(Service).Where(service => Uses(service, provider)))
            .Sum(service => (decimal)(service["desiredCount"].Number ?? 0));
        return tasks > Math.Max(wanted, least)
            ? (tasks, "one for each task of its services, which is the most they need")
            : (Math.Max(wanted, least), wanted > least ? "desiredCapacity of the plan" : "minSize of the plan");
    }

    private static bool Uses(Resource service, Resource provider) =>
        service["capacityProviderStrategies"].Items.Any(strategy => strategy["capacityProvider"].Text == provider["name"].Text)
        || service.Referred("capacityProviderStrategies", Provider).Contains(provider);

    private static void One(Bill bill)
    {
        Instances(bill, bill.Resource, 1);
        if (bill["associatePublicIpAddress"].Bool == true)
            bill.Hourly("public-ipv4", 1);
        Volume(bill, bill["rootBlockDevice"], "volumeType", "volumeSize", 1);
    }

    private static void Instances(Bill bill, Resource from, decimal count)
    {
        if (Bill.Plain(from["instanceType"]) is not { } size)
        {
            bill.NotPriced("instances", "their type is known only after the deployment");
            return;
        }
        bill.Hourly($"ec2-{size}", count, $"{Bill.Written(count)} × {size}");
        if (from["monitoring.enabled"].Bool == true || from["monitoring"].Bool == true)
            bill.Fixed("custom-metric", count * DetailedMetrics, "detailed monitoring");
    }

    private static void Volume(Bill bill, Value volume, string type, string size, decimal count)
    {
        var kind = volume[type].IsMissing ? "gp2" : Bill.Plain(volume[type]);
        if (volume[size].Number is not { } gb)
            bill.NotPriced("volume", "the plan does not say its size");
        else if (kind != "gp3")
            bill.NotPriced("volume", kind is null ? "its type is not known" : $"the price book has no {kind} volumes");
        else
            bill.Fixed("ebs-gp3", (decimal)gb * count);
    }
}
