using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class InstanceCapacityTests
{
    private static readonly InstanceCapacity Small = new("ec2", new("t3.medium"), 2, 256);

    [Test]
    public void The_kernel_and_the_agents_keep_their_share()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Small.TaskMemoryMiB, Is.EqualTo(3512));
            Assert.That(Small.TasksPerInstance(512, 1024), Is.EqualTo(3), "by memory");
            Assert.That(Small.TasksPerInstance(1024, 512), Is.EqualTo(2), "by CPU");
            Assert.That(Small.TasksPerInstance(0, 512), Is.EqualTo(6), "a task without CPU of its own");
        }
    }

    [Test]
    public void Tasks_that_fit_have_no_problem() => Assert.That(Small.Problems(512, 1024, 6), Is.Empty);

    [Test]
    public void A_task_larger_than_an_instance_is_refused() =>
        Assert.That(
            Small.Problems(4096, 4096, 1).Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "cpu: got 4096, want 2048 at most on t3.medium; no instance could run the task",
                    "memoryMiB: got 4096, want 3512 at most on t3.medium; no instance could run the task; the rest is the system's",
                }
            )
        );

    [Test]
    public void More_tasks_than_all_instances_run_are_refused() =>
        Assert.That(
            Small.Problems(512, 1024, 8).Single().ToString(),
            Is.EqualTo(
                "scaling.maxTasks: got up to 8 tasks in a deployment, want 6 at most, 3 on each of 2 instances; "
                    + "raise the number of instances, or lower maxTasks or the size of a task"
            )
        );

    [Test]
    public void Of_an_unknown_type_nothing_is_refused() =>
        Assert.That((Small with { Type = new("g5.xlarge") }).Problems(100_000, 100_000, 100), Is.Empty);
}
