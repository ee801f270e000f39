using System.Collections.Immutable;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Compute;

/// <summary>All services of a system.</summary>
/// <param name="Rows">In the order in which people read them.</param>
internal sealed record ServiceTable(params ImmutableArray<ServiceRow> Rows)
{
    /// <summary>The row of a service.</summary>
    /// <param name="name">Its name.</param>
    public ServiceRow this[string name] => Rows.Single(row => row.Name == name);

    /// <summary>Those that people reach through the load balancer.</summary>
    public IEnumerable<ServiceRow> Public => Rows.Where(row => row.IsPublic);

    /// <summary>Those that others call.</summary>
    public IEnumerable<ServiceRow> Called => Rows.Where(row => CallersOf(row).Any());

    /// <summary>Those that are given something.</summary>
    /// <param name="grant">What.</param>
    public IEnumerable<ServiceRow> Given(ServiceGrant grant) => Rows.Where(row => row.Has(grant));

    /// <summary>Who calls a service.</summary>
    /// <param name="row">The service.</param>
    public IEnumerable<ServiceRow> CallersOf(ServiceRow row) => Rows.Where(caller => caller.Calls.ContainsKey(row.Name));

    /// <summary>The ports of those that others call, for a <see cref="ServiceMesh"/>.</summary>
    public ImmutableSortedDictionary<string, int> MeshPorts =>
        Called.ToImmutableSortedDictionary(row => row.Name, row => row.Port, StringComparer.Ordinal);

    /// <summary>The variables that tell a service where those are that it calls: <c>http://python-ai.neuraknot-dev.local:8000</c>.</summary>
    /// <param name="name">The service.</param>
    /// <param name="addresses">Where services are found; see <see cref="ServiceMesh.Addresses"/>.</param>
    public ImmutableSortedDictionary<string, string> Addresses(
        string name,
        ImmutableSortedDictionary<string, string> addresses
    ) =>
        this[name]
            .Calls.ToImmutableSortedDictionary(
                call => call.Value,
                call => $"http://{addresses[call.Key]}",
                StringComparer.Ordinal
            );

    /// <summary>What contradicts itself. What AWS refuses of routes, the load balancer says.</summary>
    public IEnumerable<Problem> Validate()
    {
        foreach (var twice in Rows.CountBy(row => row.Name).Where(count => count.Value > 1))
            yield return new("services", $"{twice.Key} twice", "each name once", "services are told apart by name");
        foreach (var row in Rows)
        foreach (var problem in Of(row))
            yield return problem.Under($"services.{row.Name}");
    }

    private IEnumerable<Problem> Of(ServiceRow row)
    {
        if (!HostName.IsLabel(row.Name))
            yield return new(
                "name",
                row.Name,
                "small letters, digits and hyphens, 63 characters at most",
                "it is part of a host and of names that take no capitals"
            );
        foreach (var problem in row.Size.Validate())
            yield return problem.Under("size");
        foreach (var called in row.Calls.Keys.Where(called => Rows.All(other => other.Name != called)))
            yield return new(
                "calls",
                called,
                Spelling.OneOf([.. Rows.Select(other => other.Name).Distinct()]),
                "correct the name"
            );
        if (row.Calls.ContainsKey(row.Name))
            yield return new("calls", row.Name, "another service", "a service reaches itself at 127.0.0.1");
        foreach (var twice in row.Calls.Values.CountBy(variable => variable).Where(count => count.Value > 1))
            yield return new("calls", $"{twice.Key} twice", "a variable for each service", "one would hide the other");
        if (!row.IsPublic && !CallersOf(row).Any())
            yield return new("route", null, "a route, or a service that calls it", "nobody would ever reach it");
    }
}
