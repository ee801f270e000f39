using System.Globalization;
using System.Text.Json;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Calls;

/// <summary>
/// The call that restores an instance of RDS as the one beside it is: a restore that is told nothing takes the default parameter and security groups,
/// and forgets protection. Key and engine are those of the source, always.
/// </summary>
internal static class RestoreCall
{
    // Below it RDS gives gp3 storage a fixed performance and refuses to be told one.
    private const int OwnPerformanceFromGiB = 400;

    /// <summary>The call.</summary>
    /// <param name="instance">The source as <c>describe-db-instances</c> tells it.</param>
    /// <param name="target">The name of the new instance.</param>
    /// <param name="time">The moment. Default: the latest there is.</param>
    public static string[] Of(JsonElement instance, string target, DateTimeOffset? time)
    {
        List<string> call = ["rds", "restore-db-instance-to-point-in-time"];
        Add("--source-db-instance-identifier", instance.Text("DBInstanceIdentifier"));
        Add("--target-db-instance-identifier", target);
        if (time is { } moment)
            Add("--restore-time", Moment.Text(moment));
        else
            call.Add("--use-latest-restorable-time");
        Add("--db-instance-class", instance.Text("DBInstanceClass"));
        if (instance.TryGetProperty("Endpoint", out var endpoint) && endpoint.Number("Port") is > 0 and var port)
            Add("--port", Number(port));
        if (instance.TryGetProperty("DBSubnetGroup", out var subnets))
            Add("--db-subnet-group-name", subnets.Text("DBSubnetGroupName"));
        List("--vpc-security-group-ids", instance.Items("VpcSecurityGroups").Select(group => group.Text("VpcSecurityGroupId")));
        Add(
            "--db-parameter-group-name",
            instance.Items("DBParameterGroups").Select(group => group.Text("DBParameterGroupName")).FirstOrDefault()
        );
        Storage();
        // Never public, whatever the source is.
        call.Add("--no-publicly-accessible");
        Switch("multi-az", instance.IsTrue("MultiAZ"));
        Switch("auto-minor-version-upgrade", instance.IsTrue("AutoMinorVersionUpgrade"));
        Switch("enable-iam-database-authentication", instance.IsTrue("IAMDatabaseAuthenticationEnabled"));
        Switch("copy-tags-to-snapshot", instance.IsTrue("CopyTagsToSnapshot"));
        Switch("deletion-protection", instance.IsTrue("DeletionProtection"));
        List("--enable-cloudwatch-logs-exports", instance.Items("EnabledCloudwatchLogsExports").Select(log => log.GetString()));
        if (Tags(instance, target) is { Count: > 0 } tags)
            Add("--tags", JsonSerializer.Serialize(tags, TagJson.Default.ListTag));
        return [.. call];

        void Storage()
        {
            Add("--storage-type", instance.Text("StorageType"));
            if (instance.Text("StorageType") != "gp2" && instance.Number("AllocatedStorage") >= OwnPerformanceFromGiB)
            {
                if (instance.Number("Iops") is > 0 and var iops)
                    Add("--iops", Number(iops));
                if (instance.Number("StorageThroughput") is > 0 and var throughput)
                    Add("--storage-throughput", Number(throughput));
            }
            if (instance.Number("MaxAllocatedStorage") is > 0 and var most)
                Add("--max-allocated-storage", Number(most));
        }

        void Add(string option, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                call.AddRange(option, value);
        }

        void List(string option, IEnumerable<string?> values)
        {
            if (values.OfType<string>().ToList() is { Count: > 0 } known)
                call.AddRange([option, .. known]);
        }

        void Switch(string name, bool on) => call.Add(on ? $"--{name}" : $"--no-{name}");
    }

    // Tags of AWS itself cannot be given by others.
    private static List<Tag> Tags(JsonElement instance, string target) =>
        [
            .. instance
                .Items("TagList")
                .Select(tag => new Tag(tag.Text("Key") ?? "", tag.Text("Value") ?? ""))
                .Where(tag => !tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                .Select(tag => tag.Key == "Name" ? tag with { Value = target } : tag),
        ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
