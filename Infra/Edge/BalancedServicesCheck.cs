using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Edge;

/// <summary>What Elastic Load Balancing refuses of a routing table, or takes and then leads requests astray.</summary>
internal static partial class BalancedServicesCheck
{
    /// <summary>The last place that a rule can have.</summary>
    public const int LastPriority = 50_000;

    private const int MostValues = 5; // quota "Condition values per rule"; it cannot be raised
    private const int MostWildcards = 5; // quota "Condition wildcards per rule"; it cannot be raised
    private const int LongestPattern = 128;

    /// <summary>The problems of a load balancer with several services; none where it has one.</summary>
    /// <param name="args">The load balancer.</param>
    public static IEnumerable<Problem> Problems(LoadBalancerArgs args)
    {
        var services = args.Services;
        if (services.IsEmpty)
            yield break;
        foreach (var problem in Together(services))
            yield return problem;
        foreach (var (key, service) in services)
        foreach (var problem in Of(key, service, args))
            yield return problem.Under($"services.{key}");
        if (args.BlueGreen || args.CodeDeploy)
            yield return new(
                args.BlueGreen ? "blueGreen" : "codeDeploy",
                true,
                "false with several services",
                "a pair of target groups belongs to one service: deploy task by task"
            );
    }

    private static IEnumerable<Problem> Together(ImmutableSortedDictionary<string, BalancedService> services)
    {
        var defaults = services.Where(entry => entry.Value.IsDefault).Select(entry => entry.Key).ToArray();
        if (defaults.Length != 1)
            yield return new(
                "services",
                defaults.Length == 0 ? "no default" : $"{Spelling.List(defaults, "and")} without paths and hosts",
                "one service without paths and hosts",
                "it gets what no rule is about"
            );
        foreach (var (priority, keys) in Shared<int>(services, (_, service) => service.Priority is { } at ? [at] : []))
            yield return new("services", $"priority {priority} of {keys}", "each priority once", "AWS refuses the second rule");
        foreach (var (route, keys) in Shared(services, (_, service) => Routes(service)))
            yield return new("services", $"{route} of {keys}", "each path of a host once", "the second would never be reached");
        foreach (var (role, keys) in Shared<string>(services, (key, service) => [service.GroupRole(key)]))
            yield return new("services", $"{role} of {keys}", "each target group once", "give one of them another role");
    }

    private static IEnumerable<(T What, string Keys)> Shared<T>(
        ImmutableSortedDictionary<string, BalancedService> services,
        Func<string, BalancedService, IEnumerable<T>> of
    ) =>
        from entry in services
        from what in of(entry.Key, entry.Value)
        group entry.Key by what into keys
        where keys.Count() > 1
        select (keys.Key, Spelling.List([.. keys], "and"));

    // Hosts are the same in small and in large letters, paths are not.
    private static IEnumerable<string> Routes(BalancedService service)
    {
        if (service.IsDefault)
            return [];
        IEnumerable<string> hosts = service.Hosts.IsEmpty
            ? ["every host"]
            : service.Hosts.Select(host => host.ToLowerInvariant());
        IEnumerable<string> paths = service.Paths.IsEmpty ? ["every path"] : service.Paths;
        return hosts.SelectMany(_ => paths, (host, path) => $"{path} at {host}");
    }

    private static IEnumerable<Problem> Of(string key, BalancedService service, LoadBalancerArgs args)
    {
        var name = args.Context.Label.Name(service.GroupRole(key));
        if (name.Length > NameRule.LoadBalancer.MaxLength)
            yield return new(
                "role",
                $"{name} ({name.Length} characters)",
                $"{NameRule.LoadBalancer.MaxLength} at most",
                "give the target group a shorter role"
            );
        if (service.Port is < 1 or > 65_535)
            yield return new("port", service.Port, "1 to 65535", "it is the port of the container");
        foreach (
            var problem in TargetGroups.Problems(service.HealthPath, service.DeregistrationSeconds, service.SlowStartSeconds)
        )
            yield return problem;
        var last = args.OriginHeaders.IsEmpty ? LastPriority : LastPriority - 1; // the last one then serves the default
        if (service.IsDefault && service.Priority is not null)
            yield return new("priority", service.Priority, "none without paths and hosts", "no rule leads to the default");
        if (!service.IsDefault && service.Priority is not { } priority || service.Priority is < 1 || service.Priority > last)
            yield return new("priority", service.Priority, $"1 to {last}", "rules are looked at in this order");
        var values = service.Paths.Length + service.Hosts.Length + args.OriginHeaders.Length;
        if (!service.IsDefault && values > MostValues)
            yield return new(
                "paths",
                $"{values} paths, hosts and values of the header",
                $"{MostValues} at most in a rule",
                "take a wider pattern"
            );
        var wildcards = service.Paths.Concat(service.Hosts).Sum(pattern => pattern.Count(letter => letter is '*' or '?'));
        if (wildcards > MostWildcards)
            yield return new("paths", $"{wildcards} wildcards", $"{MostWildcards} at most in a rule", "take a wider pattern");
        foreach (var path in service.Paths.Where(path => path.Length > LongestPattern || !Path().IsMatch(path)))
            yield return new(
                "paths",
                path,
                "/ and letters, digits and _-.$/~\"'@:+&*?, 128 characters at most",
                "for example /api/*"
            );
        foreach (var host in service.Hosts.Where(host => host.Length > LongestPattern || !Host().IsMatch(host)))
            yield return new(
                "hosts",
                host,
                "letters, digits, - and wildcards with a dot between them, only letters behind the last, 128 characters at most",
                "for example api.example.com"
            );
    }

    [GeneratedRegex("""\A/[A-Za-z0-9_.$/~"'@:+&*?-]*\z""")]
    private static partial Regex Path();

    [GeneratedRegex(@"\A[A-Za-z0-9*?-]+(\.[A-Za-z0-9*?-]+)*\.[A-Za-z]+\z")]
    private static partial Regex Host();
}
