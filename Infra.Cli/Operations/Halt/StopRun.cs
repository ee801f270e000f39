using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Output;

namespace Infra.Cli.Operations.Halt;

/// <summary>
/// Stops a stack in the order of its stop schedule: alarms fall silent first, the database stops last, so that no task loses it while it serves. What
/// is stopped already stays so.
/// </summary>
internal sealed class StopRun(OperatedStack stack, HaltParts parts, Terminal terminal, TimeSpan limit)
{
    private static readonly TimeSpan UntilRdsStarts = TimeSpan.FromDays(7);

    /// <summary>The calls that would be made on a stack that runs, in order.</summary>
    public static IEnumerable<string[]> Calls(HaltParts parts) =>
        [
            .. AlarmCalls.Silence(parts.Alarms),
            .. parts
                .Services.Where(service => service.Scales)
                .Select(service => AlarmCalls.Scaling(service.Cluster, service.Name, suspended: true)),
            .. parts.Services.Select(service => EcsCalls.Count(service.Cluster, service.Name, 0)),
            .. parts.Databases.Select(instance => DatabaseCalls.Stop(instance.Identifier)),
        ];

    /// <summary>Stops it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var call in AlarmCalls.Silence(parts.Alarms))
            await stack.Aws.MakeAsync(call, cancellationToken);
        if (!parts.Alarms.IsEmpty)
            terminal.WriteLine($"{Words.Count(parts.Alarms.Length, "alarm")} silent");
        var stopping = new List<ServicePart>();
        foreach (var service in parts.Services)
            if (await StopAsync(service, cancellationToken))
                stopping.Add(service);
        foreach (var service in stopping)
            await new Waiting(stack, terminal, limit).UntilAsync(
                service.Key,
                async token =>
                {
                    var running = (await ServiceState.ReadAsync(stack, service, token))?.Running ?? 0;
                    return (running == 0 ? "stopped" : $"{Words.Count(running, "task")} running", running == 0);
                },
                "Run infra stop again to go on.",
                cancellationToken
            );
        foreach (var instance in parts.Databases)
            await StopAsync(instance.Identifier, cancellationToken);
    }

    private async Task<bool> StopAsync(ServicePart service, CancellationToken cancellationToken)
    {
        if (await ServiceState.ReadAsync(stack, service, cancellationToken) is not { } state)
        {
            terminal.WriteLine(
                $"{service.Key}: ECS has no service {service.Name} in {service.Cluster}; is the stack deployed?",
                Style.Change
            );
            return false;
        }
        if (service.Scales)
            await stack.Aws.MakeAsync(AlarmCalls.Scaling(service.Cluster, service.Name, suspended: true), cancellationToken);
        if (state.Desired == 0)
            terminal.WriteLine($"{service.Key}: stopped already");
        else
            await stack.Aws.MakeAsync(EcsCalls.Count(service.Cluster, service.Name, 0), cancellationToken);
        return state.Desired > 0 || state.Running > 0;
    }

    private async Task StopAsync(string identifier, CancellationToken cancellationToken)
    {
        string? status = null;
        // An instance that is just backed up or changed refuses to stop.
        await new Waiting(stack, terminal, limit).UntilAsync(
            identifier,
            async token =>
            {
                status = await DatabaseState.ReadAsync(stack, identifier, token);
                return (status ?? "not there", status is null or "available" or "stopped" or "stopping");
            },
            "RDS stops only an instance that is available; run infra stop again later.",
            cancellationToken
        );
        if (status == "available")
        {
            await stack.Aws.MakeAsync(DatabaseCalls.Stop(identifier), cancellationToken);
            terminal.WriteLine($"{identifier}: stopping, which takes some minutes more");
        }
        if (status is not null)
            terminal.WriteLine(
                $"{identifier}: RDS starts it by itself on {Moment.Text(TimeProvider.System.GetUtcNow() + UntilRdsStarts)[..10]}, after seven days; stop it again then",
                Style.Change
            );
    }
}
