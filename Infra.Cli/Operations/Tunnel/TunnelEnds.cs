using System.Text.Json;
using Engine;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Tunnel;

/// <summary>Finds out what a tunnel leads to.</summary>
internal static class TunnelEnds
{
    /// <summary>What people may ask for.</summary>
    public static readonly string[] Words = ["database", "replica", "redis"];

    /// <summary>The address of what somebody asked for.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="word">One of <see cref="Words"/>, or the identifier of an instance, such as one that was restored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputException">The stack has no such thing.</exception>
    public static Task<TunnelEnd> FindAsync(OperatedStack stack, string word, CancellationToken cancellationToken)
    {
        var parts = stack.Parts;
        return word switch
        {
            "redis" => parts.Caches is [var group, ..] ? CacheAsync(stack, group, cancellationToken) : throw None("cache"),
            "replica" => parts.Databases.FirstOrDefault(instance => instance.ReplicaOf is not null) is { } replica
                ? DatabaseAsync(stack, replica.Identifier, cancellationToken)
                : throw None("replica"),
            "database" => parts.Databases is [var first, ..]
                ? DatabaseAsync(stack, first.Identifier, cancellationToken)
                : throw None("database of RDS"),
            _ => DatabaseAsync(stack, word, cancellationToken),
        };

        InputException None(string what) => new("--to", [$"got {word}, and {stack.System} has no {what} in {stack.Name}"]);
    }

    private static async Task<TunnelEnd> DatabaseAsync(
        OperatedStack stack,
        string identifier,
        CancellationToken cancellationToken
    )
    {
        var call = DatabaseCalls.Describe(identifier);
        var ran = await stack.Aws.AskAsync(call, cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("DBInstanceNotFound", StringComparison.Ordinal))
            throw new InputException(
                "--to",
                [
                    $"got {identifier}, which {stack.Region} does not have; is the stack deployed? want {string.Join(", ", Words)}, or an instance",
                ]
            );
        var instance = AwsCli.Document(ran, call).Items("DBInstances").FirstOrDefault();
        if (instance.ValueKind != JsonValueKind.Object || !instance.TryGetProperty("Endpoint", out var endpoint))
            throw NotThere(identifier, instance.ValueKind == JsonValueKind.Object ? instance.Text("DBInstanceStatus") : null);
        var status = instance.Text("DBInstanceStatus");
        return status is "stopped" or "stopping" or "creating"
            ? throw NotThere(identifier, status)
            : new(identifier, endpoint.Text("Address") ?? "", Port(endpoint))
            {
                Login = (instance.Text("DBName") ?? "postgres", instance.Text("MasterUsername") ?? "postgres"),
                Secrets = [.. stack.Parts.DatabaseSecrets, .. Managed(instance)],
            };
    }

    private static async Task<TunnelEnd> CacheAsync(OperatedStack stack, string group, CancellationToken cancellationToken)
    {
        var answer = await stack.Aws.CallAsync(SessionCalls.DescribeCache(group), cancellationToken);
        var endpoint = answer
            .Items("ReplicationGroups")
            .SelectMany(one => one.Items("NodeGroups"))
            .Select(node => node.TryGetProperty("PrimaryEndpoint", out var primary) ? primary : default)
            .FirstOrDefault(primary => primary.ValueKind == JsonValueKind.Object);
        return endpoint.ValueKind == JsonValueKind.Object
            ? new(group, endpoint.Text("Address") ?? "", Port(endpoint)) { Secrets = stack.Parts.CacheSecrets }
            : throw NotThere(group, null);
    }

    // Of a password that RDS keeps, the secret's name is its own.
    private static IEnumerable<string> Managed(JsonElement instance) =>
        instance.TryGetProperty("MasterUserSecret", out var secret) && secret.Text("SecretArn") is { } arn ? [arn] : [];

    private static int Port(JsonElement endpoint) =>
        endpoint.TryGetProperty("Port", out var port) && port.TryGetInt32(out var number) ? number : 0;

    private static CommandException NotThere(string name, string? status) =>
        new(
            ExitCodes.ProgramFailed,
            status is null
                ? $"{name}: it has no endpoint yet; look again in a few minutes"
                : $"{name}: it is {status}, want available; infra start starts what infra stop has stopped"
        );
}
