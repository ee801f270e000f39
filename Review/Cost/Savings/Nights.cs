using System.Globalization;
using Review.Cost.Pricing;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Savings;

/// <summary>What is not needed while nobody works.</summary>
internal static class Nights
{
    private const string Service = "aws:ecs/service:Service";
    private const decimal Week = 7 * 24;

    // Ten hours on five days: what a team in one time zone works, with some room.
    private const decimal Worked = 5 * 10;

    /// <summary>What schedules of the plan stop. The estimate counts full months, as somebody may start things again.</summary>
    public static IEnumerable<Saving> Planned(WhatIf question)
    {
        var stopped = Hourly(question)
            .Select(resource => new { resource, hours = WeeklyHours.Stopped(resource) })
            .Where(found => found.hours > 0)
            .ToList();
        if (stopped.Count == 0)
            yield break;
        yield return new Saving(
            "Stop what nobody uses at night and on weekends",
            stopped.Sum(found => PaidByTheHour(question, found.resource) * found.hours / Week),
            [.. stopped.Select(found => found.resource.Name).Order(StringComparer.Ordinal)],
            "the stop schedule of the plan does it",
            string.Create(
                CultureInfo.InvariantCulture,
                $"off for {stopped.Max(found => found.hours):0.#} of {Week:0} hours a week; RDS starts a stopped database again after seven days"
            )
        )
        {
            IsPlanned = true,
            IsUnverified = IsUnverified(question, stopped.Select(found => found.resource)),
        };
    }

    /// <summary>The same where there is no schedule, and it is not production.</summary>
    public static IEnumerable<Saving> Possible(WhatIf question)
    {
        var running = question.IsProduction
            ? []
            : Hourly(question).Where(resource => StopSchedules.Of(resource) is null).ToList();
        var amount = running.Sum(resource => PaidByTheHour(question, resource)) * (Week - Worked) / Week;
        if (running.Count == 0)
            yield break;
        yield return new Saving(
            "Stop databases and services at night and on weekends",
            amount,
            [.. running.Select(resource => resource.Name).Order(StringComparer.Ordinal)],
            "a stop schedule (aws:scheduler:Schedule) that runs them ten hours on five days",
            "nobody can work with it outside these hours; RDS starts a stopped database again after seven days"
        )
        {
            IsUnverified = IsUnverified(question, running),
        };
    }

    // A replica cannot be stopped, nor the primary of one.
    private static IEnumerable<Resource> Hourly(WhatIf question) =>
        question
            .Stack.All(Databases.Instance)
            .Where(database =>
                !Databases.IsReplica(database) && !database.ReferredBy(Databases.Instance, "replicateSourceDb").Any()
            )
            .Concat(question.Stack.All(Service))
            .Where(resource => PaidByTheHour(question, resource) > 0);

    // Storage and data go on.
    private static decimal PaidByTheHour(WhatIf question, Resource resource) =>
        question
            .Now.Items.Where(item =>
                item.Resource.Urn == resource.Urn
                && item.Kind == CostKind.Fixed
                && item.Price.Unit.EndsWith("hour", StringComparison.Ordinal)
            )
            .Sum(item => item.Amount);

    private static bool IsUnverified(WhatIf question, IEnumerable<Resource> resources) =>
        question.Now.Items.Any(item => item.IsUnverified && resources.Any(resource => resource.Urn == item.Resource.Urn));
}
