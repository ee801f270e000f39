using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Output;

namespace Infra.Cli.Operations.Halt;

/// <summary>Starts a stack in the order of its stop schedule: the database first, alarms last. What runs already stays so.</summary>
internal sealed class StartRun(OperatedStack stack, HaltParts parts, Terminal terminal, TimeSpan limit)
{
    /// <summary>The calls that would be made on a stack that is stopped, in order.</summary>
    public static IEnumerable<string[]> Calls(HaltParts parts) =>
        [
            .. parts.Databases.Select(instance => DatabaseCalls.Start(instance.Identifier)),
            .. parts.Services.Select(service => EcsCalls.Count(service.Cluster, service.Name, service.Tasks)),
            .. parts
                .Services.Where(service => service.Scales)
                .Select(service => AlarmCalls.Scaling(service.Cluster, service.Name, suspended: false)),
            .. AlarmCalls.Hear(parts.Alarms),
            .. parts.RecheckAlarms.Select(AlarmCalls.Recheck),
        ];

    /// <summary>Starts it and waits until it serves.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var instance in parts.Databases)
            await StartAsync(instance.Identifier, cancellationToken);
        var starting = new List<ServicePart>();
        foreach (var service in parts.Services)
            if (await StartAsync(service, cancellationToken))
                starting.Add(service);
        foreach (var service in starting)
            await new Waiting(stack, terminal, limit).UntilAsync(
                service.Key,
                async token =>
                {
                    var state = await ServiceState.ReadAsync(stack, service, token);
                    return (
                        state is null ? "not there" : $"{state.Running} of {Words.Count(state.Desired, "task")} running",
                        state is null || state.Running >= state.Desired
                    );
                },
                $"infra logs {stack.Name} --service {service.Key} shows why; run infra start again to go on: scaling and alarms are still off.",
                cancellationToken
            );
        foreach (var service in starting.Where(service => service.Scales))
            await stack.Aws.MakeAsync(AlarmCalls.Scaling(service.Cluster, service.Name, suspended: false), cancellationToken);
        foreach (var call in AlarmCalls.Hear(parts.Alarms))
            await stack.Aws.MakeAsync(call, cancellationToken);
        foreach (var alarm in parts.RecheckAlarms)
            await stack.Aws.MakeAsync(AlarmCalls.Recheck(alarm), cancellationToken);
        if (!parts.Alarms.IsEmpty)
            terminal.WriteLine($"{Words.Count(parts.Alarms.Length, "alarm")} heard again");
    }

    private async Task StartAsync(string identifier, CancellationToken cancellationToken)
    {
        var asked = false;
        await new Waiting(stack, terminal, limit).UntilAsync(
            identifier,
            async token =>
            {
                var status = await DatabaseState.ReadAsync(stack, identifier, token);
                if (status == "stopped" && !asked)
                {
                    await stack.Aws.MakeAsync(DatabaseCalls.Start(identifier), token);
                    (asked, status) = (true, "starting");
                }
                return (status ?? "not there; is the stack deployed?", status is null or "available");
            },
            "A small instance takes up to ten minutes; run infra start again to go on.",
            cancellationToken
        );
    }

    private async Task<bool> StartAsync(ServicePart service, CancellationToken cancellationToken)
    {
        if (await ServiceState.ReadAsync(stack, service, cancellationToken) is not { } state)
        {
            terminal.WriteLine(
                $"{service.Key}: ECS has no service {service.Name} in {service.Cluster}; is the stack deployed?",
                Style.Change
            );
            return false;
        }
        // More may run than the plan begins with: scaling has seen to that.
        if (state.Desired == 0 && service.Tasks > 0)
            await stack.Aws.MakeAsync(EcsCalls.Count(service.Cluster, service.Name, service.Tasks), cancellationToken);
        return true;
    }
}
