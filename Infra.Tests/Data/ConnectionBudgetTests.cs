using FsCheck;
using FsCheck.Fluent;
using Infra.Data;

namespace Infra.Tests.Data;

public sealed class ConnectionBudgetTests
{
    private static readonly ConnectionBudget Prod = new()
    {
        MaxTasks = 4,
        DeploymentMaximumPercent = 200,
        Writers = 20,
        Readers = 20,
        Replicas = 1,
        MaxConnections = 200,
    };

    [Test]
    public void Production_fits_while_one_version_replaces_another()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Prod.Primary, Is.EqualTo(180));
            Assert.That(Prod.Replica, Is.EqualTo(180));
            Assert.That(Prod.Validate(), Is.Empty);
        }
    }

    [Test]
    public void The_sum_is_shown_for_each_server_that_is_too_small()
    {
        Assert.That(
            (Prod with { Writers = 30, Readers = 40 }).Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "service.pools: got 8 tasks while deploying (4 × 200 %) × 30 writers + 20 in reserve = 260 connections to the primary, want 200 at most, as database.maxConnections is; lower the pools or service.scaling.maxTasks, or raise database.maxConnections",
                    "service.pools: got 8 tasks while deploying (4 × 200 %) × 40 readers + 20 in reserve = 340 connections to a replica, want 200 at most, as database.maxConnections is; lower the pools or service.scaling.maxTasks, or raise database.maxConnections",
                }
            )
        );
    }

    [Test]
    public void Without_a_copy_the_primary_serves_readers_too() =>
        Assert.That(
            (Prod with { Replicas = 0 }).Validate().Single().Text,
            Does.StartWith(
                "got 8 tasks while deploying (4 × 200 %) × (20 writers + 20 readers) + 20 in reserve = 340 connections to the primary"
            )
        );

    [Test]
    public void A_share_of_a_task_counts_as_one() =>
        Assert.That((Prod with { MaxTasks = 3, DeploymentMaximumPercent = 150 }).Primary, Is.EqualTo(5 * 20 + 20));

    [Test]
    public void More_tasks_or_bigger_pools_never_take_fewer_connections() =>
        Prop.ForAll(
                Gen.Choose(1, 50).Four().ToArbitrary(),
                four =>
                {
                    var (tasks, writers, readers, more) = four;
                    var budget = Prod with { MaxTasks = tasks, Writers = writers, Readers = readers };
                    return (budget with { MaxTasks = tasks + more }).Primary > budget.Primary
                        && (budget with { Readers = readers + more }).Replica > budget.Replica
                        && (budget with { Replicas = 0 }).Primary >= budget.Primary;
                }
            )
            .QuickCheckThrowOnFailure();
}
