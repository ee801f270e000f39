using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Infra.Edge;

/// <summary>The routing table of a load balancer as AWS has it: a target group for each service, and a rule for each but the default.</summary>
internal sealed class ServiceRoutes
{
    private readonly string _name;
    private readonly LoadBalancerArgs _args;
    private readonly ComponentResource _parent;
    private readonly ImmutableSortedDictionary<string, TargetGroup> _groups;

    /// <summary>Who gets what no rule is about.</summary>
    public TargetGroup Default => _groups[_args.Services.Single(entry => entry.Value.IsDefault).Key];

    /// <summary>The names of the target groups.</summary>
    public ImmutableArray<string> Names => [.. _args.Services.Select(entry => NameOf(entry.Key, entry.Value))];

    /// <summary>Makes the target groups.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="args">The load balancer's.</param>
    /// <param name="parent">The component.</param>
    public ServiceRoutes(string name, LoadBalancerArgs args, ComponentResource parent)
    {
        (_name, _args, _parent) = (name, args, parent);
        _groups = args.Services.ToImmutableSortedDictionary(
            entry => entry.Key,
            entry => TargetGroups.Make(name, entry.Value.GroupRole(entry.Key), entry.Value, args, parent),
            StringComparer.Ordinal
        );
    }

    /// <summary>Makes the rules, and says where each service is found once its rule leads there.</summary>
    /// <param name="listeners">The listeners of the load balancer.</param>
    public ImmutableSortedDictionary<string, BalancedTarget> Lead(Listeners listeners) =>
        _args.Services.ToImmutableSortedDictionary(
            entry => entry.Key,
            entry =>
            {
                var (key, service) = entry;
                var group = _groups[key];
                var leads = service.IsDefault ? listeners.LeadsToTargets : Rule(key, service, listeners.Production).Arn;
                return new BalancedTarget(
                    NameOf(key, service),
                    Output.Tuple(group.Arn, leads).Apply(both => both.Item1),
                    group.ArnSuffix
                );
            },
            StringComparer.Ordinal
        );

    private ListenerRule Rule(string key, BalancedService service, Listener listener) =>
        new(
            $"{_name}-{key}-rule",
            new()
            {
                ListenerArn = listener.Arn,
                Priority = service.Priority ?? BalancedServicesCheck.LastPriority,
                Conditions = Conditions(service).ToArray(),
                Actions = ListenerActions.Forward(_groups[key], null),
                Tags = _args.Context.Label.NameTag($"{key}-rule"),
            },
            new() { Parent = _parent }
        );

    // All of them must hold; of the values of one, any.
    private IEnumerable<ListenerRuleConditionArgs> Conditions(BalancedService service)
    {
        if (!service.Hosts.IsEmpty)
            yield return new() { HostHeader = new ListenerRuleConditionHostHeaderArgs { Values = service.Hosts.ToArray() } };
        if (!service.Paths.IsEmpty)
            yield return new() { PathPattern = new ListenerRuleConditionPathPatternArgs { Values = service.Paths.ToArray() } };
        if (!_args.OriginHeaders.IsEmpty)
            yield return Listeners.Shows(_args.OriginHeaders);
    }

    private string NameOf(string key, BalancedService service) => _args.Context.Label.LoadBalancer(service.GroupRole(key));
}
