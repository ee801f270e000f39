using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class ServiceScalingTests
{
    private static readonly ServiceScaling Sound = new() { MinTasks = 2, MaxTasks = 4 };

    [Test]
    public void No_task_is_a_choice_only_where_it_may_be()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (Sound with { MinTasks = 0 }).Validate().Single().ToString(),
                Is.EqualTo("minTasks: got 0, want 1 or more; a service of no tasks serves nobody; set enabled: false instead")
            );
            Assert.That((Sound with { MinTasks = 0, MayRest = true }).Validate(), Is.Empty);
        }
    }

    [Test]
    public void A_schedule_stops_all_tasks_or_keeps_one() =>
        Assert.That(
            (
                Sound with
                {
                    Schedule = Sound.Schedule.Add("night", new("0 22 ? * * *", 0, 2)).Add("day", new("0 8 ? * * *", 2, 9)),
                }
            )
                .Validate()
                .Single()
                .ToString(),
            Is.EqualTo(
                "schedule.night: got 0-2, want 0-0 to stop, or 1-2; once at 0 nothing would start a task again: no task, no load to measure"
            )
        );

    [Test]
    public void The_schedule_counts_for_the_fewest_and_the_most()
    {
        var scaling = Sound with { Schedule = Sound.Schedule.Add("night", new("x", 0, 0)).Add("day", new("y", 3, 9)) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That((scaling.Least, scaling.Most), Is.EqualTo((0, 9)));
            Assert.That((Sound.Least, Sound.Most), Is.EqualTo((2, 4)));
            Assert.That(scaling.Validate(), Is.Empty);
            Assert.That((scaling with { MinTasks = 0 }).IsAtRest, Is.False);
            Assert.That((Sound with { MinTasks = 0 }).IsAtRest, Is.True);
        }
    }
}
