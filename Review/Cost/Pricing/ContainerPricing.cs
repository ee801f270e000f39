using Review.Cost.Usage;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>ECS: services and jobs on Fargate.</summary>
internal static class ContainerPricing
{
    private const string Service = "aws:ecs/service:Service";
    private const string Definition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Schedule = "aws:scheduler/schedule:Schedule";

    /// <summary>The rules.</summary>
    public static readonly PricingRule[] Rules =
    [
        new(Service, Tasks),
        new(Definition, Jobs),
        new("aws:ecr/repository:Repository", Images),
    ];

    private static void Tasks(Bill bill)
    {
        if (Count(bill) is not { } tasks)
            return;
        var capacity = FargateCapacity.Of(bill.Resource, tasks);
        if (capacity is { OnDemand: 0, Spot: 0 })
        {
            bill.Free(tasks == 0 ? "no task runs" : "its tasks run on instances, which are priced where they are");
            return;
        }
        if (bill.Resource.Linked("taskDefinition", Definition).FirstOrDefault() is not { } definition)
            bill.NotPriced("tasks", "its task definition is not of this stack");
        else if (FargateTask.Of(definition) is not { } task)
            bill.NotPriced("tasks", $"the size of {definition.Name} is known only after the deployment");
        else
            Charge(bill, task, capacity);
        Addresses(bill, tasks);
    }

    private static void Charge(Bill bill, FargateTask task, FargateCapacity capacity)
    {
        var stopped = StopSchedules.Note(bill.Resource) is { } note ? $"; {note}" : "";
        if (capacity.OnDemand > 0)
            task.Charge(
                bill,
                capacity.OnDemand * Bill.Hours,
                CostKind.Fixed,
                0,
                $"{Size(capacity.OnDemand, task)}{Scaling(bill)}{stopped}"
            );
        if (capacity.Spot <= 0)
            return;
        var percent = bill.Assume(UsageSettings.SpotDiscount);
        task.Charge(
            bill,
            capacity.Spot * Bill.Hours,
            CostKind.Fixed,
            percent / 100,
            $"{Size(capacity.Spot, task)} on Spot, {Bill.Written(percent)} % off and sometimes less{Scaling(bill)}{stopped}"
        );
    }

    // A scheduler counts tasks where the program does not.
    private static decimal? Count(Bill bill)
    {
        if (!bill["desiredCount"].IsMissing)
            return bill.Number("desiredCount", 0);
        var least = ScalingTargets.Of(bill.Resource).Select(target => target["minCapacity"].Number).FirstOrDefault();
        return (decimal)(least ?? 0);
    }

    private static string Scaling(Bill bill) =>
        ScalingTargets.Of(bill.Resource).FirstOrDefault() is { } target && Bill.Plain(target["maxCapacity"]) is { } most
            ? $"; scales up to {most}"
            : "";

    private static void Addresses(Bill bill, decimal tasks)
    {
        if (bill["networkConfiguration.assignPublicIp"].Bool == true)
            bill.Hourly("public-ipv4", tasks, "one for each task");
    }

    private static void Jobs(Bill bill)
    {
        if (bill.Resource.LinkedBy(Service, "taskDefinition").Any())
        {
            bill.Free("its tasks are paid for with their service");
            return;
        }
        if (!bill["requiresCompatibilities"].Texts.Contains("FARGATE"))
        {
            bill.Free("its tasks run on instances, which are priced where they are");
            return;
        }
        if (FargateTask.Of(bill.Resource) is not { } task)
        {
            bill.NotPriced("tasks", "their size is known only after the deployment");
            return;
        }
        if (Runs(bill) is not { } runs)
            return;
        var minutes = bill.Assume(UsageSettings.TaskMinutes);
        task.Charge(
            bill,
            runs * minutes / 60,
            CostKind.Usage,
            0,
            $"{Bill.Written(runs)} runs of {Bill.Written(minutes)} minutes"
        );
    }

    private static decimal? Runs(Bill bill)
    {
        var expressions = bill
            .Resource.LinkedBy(Schedule, "target")
            .Concat(
                bill.Resource.LinkedBy(Tokens.EventTarget, "ecsTarget")
                    .SelectMany(target => target.Linked("rule", Tokens.EventRule))
            )
            .Select(schedule => Bill.Plain(schedule["scheduleExpression"]))
            .ToList();
        if (expressions.Count == 0)
            return bill.Assume(UsageSettings.TaskRuns);
        var runs = 0m;
        foreach (var expression in expressions)
            if (ScheduleRuns.PerMonth(expression) is { } found)
                runs += found;
            else
                bill.NotPriced("runs", $"how often {expression ?? "its schedule"} runs is not known");
        return runs;
    }

    private static void Images(Bill bill) => bill.Usage("ecr-storage", bill.Assume(UsageSettings.ImageGb));

    private static string Size(decimal tasks, FargateTask task) =>
        $"{Bill.Written(tasks)} × {Bill.Written(task.Vcpus)} vCPU, {Bill.Written(task.Gb)} GB{(task.IsArm ? ", ARM" : "")}";
}
