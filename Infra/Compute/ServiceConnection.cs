using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>A service's place in Service Connect: it may call the others, and is called where it has an address.</summary>
internal sealed record ServiceConnection
{
    // Amazon ECS Developer Guide, "Service Connect", on the proxy: what AWS advises to add to a task.
    private const int ProxyCpu = 256;
    private const int ProxyMemoryMiB = 64;

    /// <summary>The namespace.</summary>
    public required Input<string> NamespaceArn { get; init; }

    /// <summary>What the application needs for itself; the task must have room for the proxy besides.</summary>
    public required FargateSize Application { get; init; }

    /// <summary>Where others call it. Default: nobody does.</summary>
    public ServiceAddress? Address { get; init; }

    /// <summary>What the port is called between task and service.</summary>
    public const string PortName = "http";

    /// <summary>The containers, with a name for the port by which the application is called.</summary>
    /// <param name="container">The application.</param>
    public Container Named(Container container) =>
        Address is not { } address
            ? container
            : container with
            {
                Ports = [.. container.Ports.Select(port => port.Port == address.Port ? port with { Name = PortName } : port)],
            };

    /// <summary>What ECS refuses, or what would starve the application or its proxy.</summary>
    /// <param name="size">The task.</param>
    /// <param name="application">Its first container.</param>
    public IEnumerable<Problem> Problems(FargateSize size, Container application)
    {
        var (cpu, memory) = (Application.Cpu + ProxyCpu, Application.MemoryMiB + ProxyMemoryMiB);
        if (size.Cpu < cpu || size.MemoryMiB < memory)
            yield return new(
                "size",
                $"{size.Cpu} CPU units and {size.MemoryMiB} MiB",
                $"{cpu} and {memory} or more: {Application.Cpu} and {Application.MemoryMiB} of the application, {ProxyCpu} and "
                    + $"{ProxyMemoryMiB} of the proxy",
                "take a larger task, or let DNS find services"
            );
        if (Address is { } address && !application.Ports.Any(port => port.Port == address.Port))
            yield return new("connection.address", address.Port, $"a port of {application.Name}", "others would call in vain");
    }
}
