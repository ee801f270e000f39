using System.Collections.Immutable;
using Review.Model;

namespace Infra.Cli.Operations.Parts;

/// <summary>Reads what can be operated out of the plan of a stack.</summary>
/// <param name="stack">The stack, made with stand-ins so that references can be followed.</param>
/// <param name="system">The system, with which logical names begin.</param>
/// <param name="region">The region of the stack.</param>
internal sealed class PartsReader(StackModel stack, string system, string region)
{
    /// <summary>Reads all of it.</summary>
    public StackParts Read()
    {
        var services = Sorted(stack.All(PartTypes.Service).Select(Service), service => service.Key);
        var functions = Sorted(stack.All(PartTypes.Function).Select(Function), function => function.Key);
        return new()
        {
            Services = services,
            Functions = functions,
            Sites = Sites(),
            Logs = Logs(services, functions),
            Databases =
            [
                .. stack
                    .All(PartTypes.Database)
                    .Select(instance => new DatabasePart(Known(instance, "identifier"), instance["replicateSourceDb"].Text))
                    .OrderBy(instance => instance.ReplicaOf is not null)
                    .ThenBy(instance => instance.Identifier, StringComparer.Ordinal),
            ],
            DatabaseProxies = Names(PartTypes.DatabaseProxy, "name"),
            DatabaseSecrets = [.. Names(PartTypes.Secret, "name").Where(IsOfDatabase)],
            CacheSecrets = [.. Names(PartTypes.Secret, "name").Where(name => Words(name).Contains("redis"))],
            Caches = Names(PartTypes.Cache, "replicationGroupId"),
            Tables = Names(PartTypes.Table, "name"),
        };
    }

    private ServicePart Service(Resource service)
    {
        var cluster = service.Referred("cluster", PartTypes.Cluster).First()["name"].Text!;
        var name = Known(service, "name");
        var tasks = service.Referred("taskDefinition", PartTypes.TaskDefinition).ToList();
        return new(PartKeys.Of(service, system), cluster, name)
        {
            Tasks = (int)(service["desiredCount"].Number ?? 0),
            Scales = stack.All(PartTypes.Scaling).Any(target => target["resourceId"].Text == $"service/{cluster}/{name}"),
            CodeDeploy = stack
                .All(PartTypes.DeploymentGroup)
                .Where(group => group["ecsService.serviceName"].Text == name)
                .Select(group => ((string, string)?)(Known(group, "appName"), Known(group, "deploymentGroupName")))
                .FirstOrDefault(),
            UsesDatabase = tasks
                .SelectMany(task => task.Referred("containerDefinitions"))
                .Any(told =>
                    told.Type == PartTypes.Database || (told.Type == PartTypes.Secret && IsOfDatabase(told["name"].Text))
                ),
            LogGroups =
            [
                .. tasks
                    .SelectMany(task => task.Json("containerDefinitions").Items)
                    .Select(container => container["logConfiguration.options.awslogs-group"].Text)
                    .OfType<string>()
                    .Distinct(),
            ],
        };
    }

    private FunctionPart Function(Resource function)
    {
        var name = Known(function, "name");
        var alias = stack.All(PartTypes.Alias).FirstOrDefault(alias => alias["functionName"].Text == name);
        return new(
            PartKeys.Of(function, system),
            name,
            alias?["name"].Text,
            function["loggingConfig.logGroup"].Text ?? $"/aws/lambda/{name}"
        );
    }

    private ImmutableArray<SitePart> Sites()
    {
        var branches = stack.All(PartTypes.Branch).ToList();
        return Sorted(
            branches.Select(branch =>
            {
                var name = Known(branch, "branchName");
                var app = Known(branch.Referred("appId", PartTypes.App).First(), "name");
                return new SitePart(branches.Count == 1 ? "site" : $"site-{name}", app, name);
            }),
            site => site.Key
        );
    }

    // A group whose name AWS makes up, such as that of an API's execution log, is unknown until somebody looks, and left out.
    private ImmutableArray<LogSource> Logs(ImmutableArray<ServicePart> services, ImmutableArray<FunctionPart> functions)
    {
        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in services)
        foreach (var group in service.LogGroups)
            writers.TryAdd(group, service.Key);
        foreach (var function in functions)
            writers.TryAdd(function.LogGroup, function.Key);
        return
        [
            .. stack
                .All(PartTypes.LogGroup)
                .Where(group => group["name"] is { IsUnknown: false, Text: not null })
                .Select(group =>
                {
                    var writer = writers.GetValueOrDefault(group["name"].Text!);
                    var key = writer ?? PartKeys.Of(group, system);
                    return new LogSource(key, group["name"].Text!, group.Region ?? region, writer is not null);
                })
                .OrderBy(source => !source.OfApplication)
                .ThenBy(source => source.Key, StringComparer.Ordinal),
        ];
    }

    private static bool IsOfDatabase(string? name) => name is not null && Words(name).Any(word => word is "db" or "database");

    private static string[] Words(string name) => name.Split('/', '-');

    private ImmutableArray<string> Names(string type, string property) =>
        Sorted(stack.All(type).Select(resource => Known(resource, property)), name => name);

    private static ImmutableArray<T> Sorted<T>(IEnumerable<T> parts, Func<T, string> key) =>
        [.. parts.OrderBy(key, StringComparer.Ordinal)];

    // Names of what people operate are fixed by the program; one that is not would be a name that nobody could type either.
    private static string Known(Resource resource, string property) =>
        resource[property] is { IsUnknown: false, Text: { } text }
            ? text
            : throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{resource}: its {property} is known only after deployment, so it cannot be operated by name; give it one in the program"
            );
}
