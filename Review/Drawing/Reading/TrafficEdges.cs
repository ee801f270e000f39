using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>Reads along what lines requests go: what security groups permit, what load balancers and distributions hand on.</summary>
/// <param name="stack">The stack.</param>
/// <param name="keyOf">The node that a resource belongs to.</param>
/// <param name="edges">Where lines are added.</param>
internal sealed class TrafficEdges(StackModel stack, Func<Resource, string?> keyOf, EdgeSet edges)
{
    private readonly HashSet<string> _balancers = new(StringComparer.Ordinal);

    /// <summary>Reads them.</summary>
    public void Read()
    {
        foreach (var service in stack.All(CardNames.Service))
            Balanced(service);
        foreach (var group in stack.All(SecurityRules.Group))
            Permitted(group);
        foreach (var distribution in stack.All("aws:cloudfront/distribution:Distribution"))
            Distributed(distribution);
        Published();
    }

    private void Balanced(Resource service)
    {
        foreach (var item in service["loadBalancers"].Items)
        foreach (var target in stack.References.In(item["targetGroupArn"].Text ?? ""))
        foreach (var balancer in Balancer(target))
        {
            _balancers.Add(balancer);
            edges.Add(balancer, keyOf(service), EdgeKind.Traffic, CardFacts.Shown(item["containerPort"]) ?? "");
        }
    }

    private IEnumerable<string> Balancer(Resource target) =>
        target
            .ReferredBy(Balancers.Listener)
            .Concat(
                target
                    .ReferredBy("aws:lb/listenerRule:ListenerRule")
                    .SelectMany(rule => rule.Referred("listenerArn", Balancers.Listener))
            )
            .Select(listener => listener.Balancer())
            .OfType<Resource>()
            .Select(keyOf)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    private void Permitted(Resource group)
    {
        var users = Users(group).ToList();
        foreach (var rule in SecurityRules.Of(group).Where(rule => rule.Inbound))
        foreach (var user in users.Where(user => Listens(user, rule)))
        {
            if (rule.IsWorld == true)
                edges.Add(Outside.Internet, keyOf(user), EdgeKind.Traffic, Ports(rule));
            foreach (var other in rule.Groups.SelectMany(other => stack.References.In(other.Text ?? "")))
            foreach (var source in Users(other))
                // What a load balancer hands on is known better than by what it may reach.
                if (keyOf(source) is { } from && !_balancers.Contains(from))
                    edges.Add(from, keyOf(user), EdgeKind.Traffic, Ports(rule));
        }
    }

    // A group that nothing has on is meant for what is started from outside: tasks that no service runs.
    private IEnumerable<Resource> Users(Resource group)
    {
        var users = SecurityRules.UsersOf(group).ToList();
        return users.Count > 0
            ? users
            : stack.All(CardNames.Task).Where(task => !task.ReferredBy(CardNames.Service, "taskDefinition").Any());
    }

    // Several services may share a group; each listens on ports of its own.
    private static bool Listens(Resource user, SecurityRule rule)
    {
        if (user.Type != CardNames.Service)
            return true;
        var ports = user.Referred("taskDefinition", CardNames.Task)
            .SelectMany(task => task.Json("containerDefinitions").Items)
            .SelectMany(container => container["portMappings"].Items)
            .Select(mapping => mapping["containerPort"].Number)
            .OfType<double>()
            .ToList();
        return ports.Count == 0 || ports.Any(port => rule.Admits((int)port) != false);
    }

    private static string Ports(SecurityRule rule) =>
        rule.IsAllProtocols == true ? "all"
        : CardFacts.Shown(rule.From) is not { } from ? ""
        : from == CardFacts.Shown(rule.To) ? from
        : $"{from}-{CardFacts.Shown(rule.To)}";

    private void Distributed(Resource distribution)
    {
        edges.Add(Outside.Internet, keyOf(distribution), EdgeKind.Traffic, "443");
        foreach (var origin in distribution.Origins())
        foreach (var target in CdnOrigins.Buckets(distribution, origin).Concat(Hosts(origin["domainName"].Text)))
            edges.Add(
                keyOf(distribution),
                keyOf(target),
                EdgeKind.Traffic,
                CardFacts.Shown(origin["customOriginConfig.httpsPort"]) ?? "443"
            );
    }

    // A host is a resource's own name, or one that a record of the stack leads to it.
    private IEnumerable<Resource> Hosts(string? host)
    {
        if (host is null)
            return [];
        var own = stack.References.In(host).ToList();
        return own.Count > 0
            ? own
            : stack
                .All("aws:route53/record:Record")
                .Where(record => record["name"].Text == host)
                .SelectMany(record => record.Referred("aliases"));
    }

    // APIs and sites that nothing stands in front of.
    private void Published()
    {
        var fronted = stack
            .All("aws:cloudfront/distribution:Distribution")
            .SelectMany(distribution => distribution.Origins())
            .SelectMany(origin => Hosts(origin["domainName"].Text))
            .Select(keyOf)
            .ToHashSet();
        foreach (var type in (string[])[RestApis.Type, "aws:apigatewayv2/api:Api", "aws:amplify/app:App"])
        foreach (var api in stack.All(type).Where(api => !fronted.Contains(keyOf(api))))
            edges.Add(Outside.Internet, keyOf(api), EdgeKind.Traffic, "443");
    }
}
