using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Protection;
using Infra.Tests.Observability;

namespace Infra.Tests.Plans;

/// <summary>What docs/runbooks/recovery-objectives.md rests on is in the plan of every stack.</summary>
public sealed class RecoveryTests
{
    private const string Database = "aws:rds/instance:Instance";
    private const string Table = "aws:dynamodb/table:Table";
    private const int RtoMinutes = 4 * 60;

    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Runbooks.Folder, "recovery-objectives.md"));

    private static IEnumerable<string> Files => PlannedStack.Files;

    [TestCaseSource(nameof(Files))]
    public async Task What_a_stack_keeps_is_what_the_page_says(string name)
    {
        var stack = await PlannedStack.OfAsync(name);
        var rows = Rows("| stacks |").Where(row => row[0].Split(", ").Contains(name)).Select(row => string.Join(" | ", row[1..]));

        Assert.That(rows, Is.EqualTo(stack.Resources.Select(Kept).OfType<string>()));
    }

    [TestCaseSource(nameof(Files))]
    public async Task Every_moment_of_the_last_days_can_be_restored_and_nobody_deletes_that_with_the_data(string name)
    {
        var stack = await PlannedStack.OfAsync(name);
        using (Assert.EnterMultipleScope())
        {
            foreach (var database in stack.Resources.Where(IsPrimary))
            {
                Assert.That(
                    Number(database, "backupRetentionPeriod"),
                    Is.GreaterThanOrEqualTo(stack.IsProtected ? 7 : 1),
                    database.Name
                );
                if (!stack.IsProtected)
                    continue;
                Assert.That(database.Text("deleteAutomatedBackups"), Is.EqualTo("false"), database.Name);
                Assert.That(database.Text("deletionProtection"), Is.EqualTo("true"), database.Name);
            }
            foreach (var table in stack.Resources.Where(one => one.Type == Table))
            {
                Assert.That(table.Text("pointInTimeRecovery.enabled"), Is.EqualTo("true"), table.Name);
                Assert.That(
                    table.Text("deletionProtectionEnabled"),
                    Is.EqualTo(stack.IsProtected ? "true" : "false"),
                    table.Name
                );
            }
        }
    }

    [TestCaseSource(nameof(Files))]
    public async Task Every_bucket_keeps_versions(string name)
    {
        var stack = await PlannedStack.OfAsync(name);
        var versioned = stack
            .Resources.Where(one => one.Type == "aws:s3/bucketVersioning:BucketVersioning")
            .Where(one => one.Text("versioningConfiguration.status") == "Enabled")
            .Select(one => one.Text("bucket"));

        Assert.That(
            stack.Resources.Where(one => one.Type == "aws:s3/bucket:Bucket").Select(bucket => bucket.Text("bucket")),
            Is.SubsetOf(versioned)
        );
    }

    [TestCaseSource(nameof(Files))]
    public async Task A_restore_fits_into_the_objective(string name)
    {
        var stack = await PlannedStack.OfAsync(name);
        foreach (var database in stack.Resources.Where(IsPrimary))
            Assert.That(Objectives(database).RtoMinutes, Is.LessThanOrEqualTo(RtoMinutes), database.Name);
    }

    [Test]
    public void The_sum_of_the_page_is_that_of_the_settings()
    {
        var steps = Rows("| step |").ToDictionary(row => row[0].Trim('*'), row => row[1].Trim('*'));
        var objectives = new RecoveryObjectives
        {
            BackupDays = 7,
            MultiAz = false,
            StorageGiB = 100,
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                steps.Where(step => !step.Key.StartsWith("sum", StringComparison.Ordinal)).Sum(step => Minutes(step.Value)),
                Is.EqualTo(objectives.RtoMinutes)
            );
            Assert.That(Minutes(steps["sum for up to 100 GiB"]), Is.EqualTo(objectives.RtoMinutes));
            Assert.That((objectives with { StorageGiB = 600 }).RtoMinutes, Is.EqualTo(RtoMinutes), "600 GiB is the most");
            Assert.That((objectives with { StorageGiB = 601 }).Validate(4, 60).Single().Path, Is.EqualTo("rtoHours"));
            Assert.That(objectives.RpoMinutes, Is.EqualTo(Minutes(Rows("| what holds data |").First()[2])));
            Assert.That(RecoveryObjectives.FailoverMinutes, Is.EqualTo(2), "a standby takes over in about 2 minutes");
        }
    }

    private static string? Kept(Planned one) =>
        one.Type == Table ? $"table | {one.Text("pointInTimeRecovery.recoveryPeriodInDays")} | in three zones |  | "
        : !IsPrimary(one) ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"database | {Number(one, "backupRetentionPeriod")} | {(one.Text("multiAz") == "true" ? "yes" : "no")} | {Objectives(one).StorageGiB} GiB | {Objectives(one).RtoMinutes} min"
        );

    private static RecoveryObjectives Objectives(Planned database) =>
        new()
        {
            BackupDays = Number(database, "backupRetentionPeriod"),
            MultiAz = database.Text("multiAz") == "true",
            StorageGiB = Math.Max(Number(database, "maxAllocatedStorage"), Number(database, "allocatedStorage")),
        };

    private static bool IsPrimary(Planned one) => one.Type == Database && one.Input("replicateSourceDb") is null;

    private static int Number(Planned one, string path) => one.Input(path) is JsonValue number ? number.GetValue<int>() : 0;

    private static int Minutes(string text) =>
        int.Parse(new string([.. text.TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);

    // The rows of the table that begins so, cell by cell.
    private static IEnumerable<string[]> Rows(string head) =>
        Page.SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());
}
