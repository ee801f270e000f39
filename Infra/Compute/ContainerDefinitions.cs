using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace Infra.Compute;

/// <summary>
/// Writes container definitions the way ECS hands them back: sorted, with the defaults it adds. What is deployed then equals what is
/// written, byte for byte, and a stack that did not change shows no difference.
/// </summary>
internal static class ContainerDefinitions
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON of a task's containers.</summary>
    /// <param name="containers">In any order.</param>
    /// <param name="region">The region of the log group.</param>
    /// <param name="logGroup">Where all of them write.</param>
    /// <param name="host">What runs them. Default: Fargate.</param>
    public static Output<string> Write(
        IEnumerable<Container> containers,
        string region,
        Input<string> logGroup,
        TaskHost host = TaskHost.Fargate
    )
    {
        var sorted = containers.OrderBy(container => container.Name, StringComparer.Ordinal).ToList();
        var inputs = sorted.SelectMany(container =>
            container.Environment.Values.Concat(container.Secrets.Values.Select(secret => secret.Arn))
        );
        return Output
            .All(inputs.Prepend(logGroup))
            .Apply(values =>
            {
                var log = new ContainerLog(values[0], region);
                var rest = new Queue<string>(values.Skip(1));
                return new JsonArray([.. sorted.Select(container => (JsonNode)Json(container, rest, log, host))]).ToJsonString(
                    Plain
                );
            });
    }

    // Values come in the order in which Write asked for them: the environment, then the secrets, of one container after the other.
    private static JsonObject Json(Container container, Queue<string> values, ContainerLog log, TaskHost host)
    {
        var json = new JsonObject { ["cpu"] = container.Cpu };
        if (!container.Command.IsEmpty)
            json["command"] = Texts(container.Command);
        if (!container.DependsOn.IsEmpty)
            json["dependsOn"] = List(
                container.DependsOn.OrderBy(on => on.Container, StringComparer.Ordinal),
                on => new() { ["condition"] = on.Condition, ["containerName"] = on.Container }
            );
        if (!container.EntryPoint.IsEmpty)
            json["entryPoint"] = Texts(container.EntryPoint);
        json["environment"] = List(container.Environment.Keys, name => new() { ["name"] = name, ["value"] = values.Dequeue() });
        json["essential"] = container.Essential;
        if (container.HealthCheck is { } check)
            json["healthCheck"] = new JsonObject
            {
                ["command"] = Texts(check.Command),
                ["interval"] = check.IntervalSeconds,
                ["retries"] = check.Retries,
                ["startPeriod"] = check.StartPeriodSeconds,
                ["timeout"] = check.TimeoutSeconds,
            };
        json["image"] = container.Image;
        if (!container.Links.IsEmpty)
            json["links"] = Texts(container.Links.Order(StringComparer.Ordinal));
        json["linuxParameters"] = Linux(container);
        json["logConfiguration"] = log.ToJson();
        if (container.MemoryMiB is { } memory)
            json["memory"] = memory;
        if (container.MemoryReservationMiB is { } reservation)
            json["memoryReservation"] = reservation;
        json["mountPoints"] = List(
            container.Mounts.OrderBy(mount => mount.Path, StringComparer.Ordinal),
            mount =>
                new()
                {
                    ["containerPath"] = mount.Path,
                    ["readOnly"] = mount.ReadOnly,
                    ["sourceVolume"] = mount.Volume,
                }
        );
        json["name"] = container.Name;
        json["portMappings"] = List(container.Ports.OrderBy(port => port.Port), port => Port(port, host));
        json["readonlyRootFilesystem"] = container.ReadOnlyRoot;
        if (container.Secrets.Count > 0)
            json["secrets"] = List(
                container.Secrets,
                secret => new() { ["name"] = secret.Key, ["valueFrom"] = secret.Value.ValueFrom(values.Dequeue()) }
            );
        if (container.StopTimeoutSeconds is { } seconds)
            json["stopTimeout"] = seconds;
        json["systemControls"] = new JsonArray();
        if (container.User is { } user)
            json["user"] = user;
        json["volumesFrom"] = new JsonArray();
        return json;
    }

    private static JsonObject Port(ContainerPort port, TaskHost host)
    {
        var json = new JsonObject
        {
            ["containerPort"] = port.Port,
            // 0: any port of the instance that is free, so that it can run several tasks.
            ["hostPort"] = host == TaskHost.Bridge ? 0 : port.Port,
        };
        if (port.Name is { } name)
        {
            json.Insert(0, "appProtocol", "http"); // what the proxy counts and times
            json["name"] = name;
        }
        json["protocol"] = port.Protocol;
        return json;
    }

    private static JsonObject Linux(Container container)
    {
        var json = new JsonObject { ["initProcessEnabled"] = container.InitProcess };
        if (!container.MemoryMounts.IsEmpty)
            json["tmpfs"] = List(
                container.MemoryMounts.OrderBy(mount => mount.Path, StringComparer.Ordinal),
                mount => new() { ["containerPath"] = mount.Path, ["size"] = mount.SizeMiB }
            );
        return json;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> json) =>
        new([.. items.Select(item => (JsonNode)json(item))]);
}
