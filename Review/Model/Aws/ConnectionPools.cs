namespace Review.Model.Aws;

/// <summary>The connection pools of tasks, as far as environment variables tell: a size beside the address of a database.</summary>
internal static class ConnectionPools
{
    private const string Service = "aws:ecs/service:Service";
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";

    // What a deployment may run at once where the service does not say, in percent; AWS's default.
    private const double DefaultMaximum = 200;

    private static readonly string[] Sizes = ["MAX_POOL_SIZE", "MAXIMUM_POOL_SIZE", "POOL_MAX", "POOL_SIZE", "MAX_CONNECTIONS"];
    private static readonly string[] Addresses = ["URL", "URI", "HOST", "ENDPOINT", "ADDRESS"];

    /// <summary>A pool of a container.</summary>
    /// <param name="Service">The service that runs it.</param>
    /// <param name="Size">How many connections one task opens at most.</param>
    /// <param name="Tasks">How many tasks there are at most, those of a deployment too.</param>
    internal sealed record Pool(string Service, double Size, double Tasks);

    /// <summary>The pools that services of the stack open to a database.</summary>
    public static IEnumerable<Pool> Of(Resource database) =>
        from definition in database.ReferredBy(TaskDefinition, "containerDefinitions")
        let sizes = SizesIn(definition, database).ToList()
        where sizes.Count > 0
        from service in definition.ReferredBy(Service, "taskDefinition")
        from size in sizes
        select new Pool(service.Name, size.Number!.Value, MostTasks(service));

    /// <summary>How many connections a database takes, where its parameter group says so in a number.</summary>
    public static double? LimitOf(Resource database) =>
        Databases
            .ParametersOf(database)
            .Select(group => Databases.Parameter(group, "max_connections")["value"])
            .FirstOrDefault(limit => limit.Number is not null)
            ?.Number;

    // DB_WRITER_MAX_POOL_SIZE counts if DB_WRITER_URL is an address of this database.
    private static IEnumerable<Value> SizesIn(Resource definition, Resource database)
    {
        foreach (var container in definition.Json("containerDefinitions").Items)
        {
            var variables = new Dictionary<string, Value>(StringComparer.Ordinal);
            foreach (var variable in container["environment"].Items)
                if (variable["name"].Text is { } name)
                    variables[name] = variable["value"];
            foreach (var (name, value) in variables)
                if (
                    Array.Find(Sizes, name.EndsWith) is { } ending
                    && value.Number is not null
                    && Addresses.Any(address =>
                        IsOf(database, variables.GetValueOrDefault(name[..^ending.Length] + address, Value.Missing))
                    )
                )
                    yield return value;
        }
    }

    private static bool IsOf(Resource database, Value address) =>
        address.Text is { } text
        && Reference.In(text).Any(target => target.Type == database.Type && target.Name == database.Name);

    private static double MostTasks(Resource service)
    {
        double? scaled = null;
        foreach (var target in ScalingTargets.Of(service))
            if (target["maxCapacity"].Number is { } capacity)
                scaled = Math.Max(scaled ?? 0, capacity);
        var most = scaled ?? service["desiredCount"].Number ?? 1;
        return Math.Ceiling(most * (service["deploymentMaximumPercent"].Number ?? DefaultMaximum) / 100);
    }
}
